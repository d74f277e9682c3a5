import { reduce, type Action } from './reducer';
import { INITIAL, type PaneState } from './state';

/** The pane's state, outside React, so that commands read what stands now and tests need no screen. */
export interface Store {
  state(): PaneState;
  dispatch(action: Action): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: PaneState = INITIAL): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
