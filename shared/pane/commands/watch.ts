import { refreshCard } from './check';
import type { Context } from './context';
import { MOST_LIVE_ROWS, followSheet } from './followSheet';

/** Wait after the last hint of change before reading the sheet: an agent types several keys, a paste fires several events. */
const QUIET_MS = 250;

/** Follows the sheet and the agent's cell; returns what stops it. */
export function watchSheet(
  context: Context,
  run: (tache: string, work: () => Promise<void>) => Promise<void>,
): () => void {
  const { host, store } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run('la relecture', () => followSheet(context)), wait);
  };
  const unwatch = host.watch(() => {
    const rows = context.grid?.values.length ?? 0;
    const echo = context.echo - performance.now();
    if (rows <= MOST_LIVE_ROWS) soon(QUIET_MS);
    // Our own writing comes back as a hint: when it has, what is left to see is somebody else's.
    else if (echo > 0) soon(Math.min(echo, 2000) + QUIET_MS);
    else store.dispatch({ type: 'perimee' });
  });
  const unfollow = host.follow?.((at) => {
    store.dispatch({ type: 'selection', at });
    if (store.state().tab === 'ligne') void run('la lecture', () => refreshCard(context));
  });
  return () => {
    clearTimeout(timer);
    unwatch();
    unfollow?.();
  };
}
