import type { CellRef, Unwatch } from '../../shared/sheet';
import type { Server } from './client';
import { createPoller, type Pace, type Poller } from './poller';

/** What the sidebar follows: the sheet that was last read, and where the agent is. */
export interface Watching {
  watch(onChange: () => void): Unwatch;
  follow(onSelect: (at: CellRef) => void): Unwatch;
  /** A sheet was read: from now on, it is the one that is watched, and this is what it held. */
  seen(sheet: string, hashes: readonly string[]): void;
  /** The document is being changed from here: an answer that was asked for before says nothing any more. */
  changing(): void;
  /** It was changed: look at once. */
  changed(): void;
  readonly poller: Poller;
}

/** Failed questions in a row before the pane is told to look by itself, and so to say what is wrong. */
const FAILURES_TOLD = 2;

export function createWatching(server: Server, isSeen: () => boolean, pace?: Pace): Watching {
  const watchers = new Set<() => void>();
  const followers = new Set<(at: CellRef) => void>();
  let sheet = '';
  let hashes = '';
  let selection = '';
  /** Goes up with each reading and writing; an answer to a question of before is stale. */
  let age = 0;
  let failures = 0;

  const tell = (): void => {
    poller.wake();
    for (const one of [...watchers]) one();
  };

  async function ask(): Promise<void> {
    if (sheet === '') return;
    const asked = age;
    const answer = await server('poll', { sheet }).catch((error: unknown) => {
      if (++failures === FAILURES_TOLD) tell();
      throw error;
    });
    failures = 0;
    if (asked !== age) return;
    const { selection: at } = answer;
    const place = JSON.stringify(at);
    if (at !== null && place !== selection) {
      poller.wake();
      for (const one of [...followers]) one(at);
    }
    selection = place;
    const now = answer.hashes.join();
    if (now === hashes) return;
    hashes = now;
    tell();
  }

  const poller = createPoller(ask, isSeen, pace);

  function registered<T>(set: Set<T>, one: T): Unwatch {
    set.add(one);
    poller.start();
    return () => {
      set.delete(one);
      if (watchers.size + followers.size === 0) poller.stop();
    };
  }

  return {
    watch: (onChange) => registered(watchers, onChange),
    follow: (onSelect) => registered(followers, onSelect),
    seen(name, parts) {
      age += 1;
      sheet = name;
      hashes = parts.join();
    },
    changing: () => void (age += 1),
    changed() {
      age += 1;
      poller.wake();
      poller.now();
    },
    poller,
  };
}
