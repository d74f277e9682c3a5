/** When to ask Google what has changed: nothing tells a sidebar. Often while somebody works, rarely otherwise, never unseen. */

export interface Pace {
  /** Milliseconds between two questions, for as long (ms) as there was activity, then less and less often. */
  readonly steps: readonly { readonly until: number; readonly every: number }[];
  /** The most that a question waits after others failed. */
  readonly most: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
export const PACE: Pace = {
  steps: [
    { until: MINUTE, every: 4 * SECOND },
    { until: 5 * MINUTE, every: 15 * SECOND },
    { until: Infinity, every: MINUTE },
  ],
  most: 5 * MINUTE,
};

/** A question costs Google a whole execution: the next one leaves it alone for some times as long as the last one took. */
const REST = 4;

export interface Poller {
  start(): void;
  stop(): void;
  /** The agent is at work: the next questions come soon. */
  wake(): void;
  /** Asks at once, when it runs and is seen. */
  now(): void;
}

/** `ask` never runs twice at a time; when it rejects, the next one waits twice as long. `isSeen`: whether anybody can see the page. */
export function createPoller(ask: () => Promise<void>, isSeen: () => boolean, pace: Pace = PACE): Poller {
  let running = false;
  let asking = false;
  let again = false;
  let failures = 0;
  let awake = 0;
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function turn(): Promise<void> {
    again = asking;
    if (!running || asking || !isSeen()) return;
    asking = true;
    const began = Date.now();
    try {
      await ask();
      failures = 0;
    } catch {
      // What the agent asks next says what is wrong, in a sentence; here it only makes us wait.
      failures += 1;
    }
    asking = false;
    if (again) void turn();
    else schedule(Date.now() - began);
  }

  function schedule(took: number): void {
    clearTimeout(timer);
    if (!running) return;
    const wait = failures === 0 ? Math.max(usual(), took * REST) : Math.min(usual() * 2 ** failures, pace.most);
    due = Date.now() + wait;
    timer = setTimeout(() => void turn(), wait);
  }

  function usual(): number {
    const quiet = Date.now() - awake;
    return pace.steps.find(({ until }) => quiet < until)?.every ?? pace.most;
  }

  /** Brings the next question nearer, never farther: keys that come one after the other must not put it off. */
  function wake(): void {
    awake = Date.now();
    if (!asking && failures === 0 && due > Date.now() + usual()) schedule(0);
  }

  function now(): void {
    clearTimeout(timer);
    void turn();
  }

  return {
    start() {
      if (running) return;
      running = true;
      awake = Date.now();
      schedule(0);
    },
    stop() {
      running = false;
      clearTimeout(timer);
    },
    wake,
    now,
  };
}
