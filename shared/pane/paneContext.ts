import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SheetHost } from '../sheet';
import type { Commands } from './commands/commands';
import type { PaneState } from './state/state';

/** What every part of the pane works with. */
export interface PaneTools {
  readonly commands: Commands;
  readonly host: SheetHost;
  readonly version: string;
  readonly hote: string;
}

const PaneContext = createContext<PaneTools | null>(null);
export const PaneProvider = PaneContext.Provider;

/** Without the state: for parts that come by the hundred and must not all be drawn again at each of its changes. */
export function usePaneTools(): PaneTools {
  const tools = useContext(PaneContext);
  if (tools === null) throw new Error('a part of the pane stands outside of the pane');
  return tools;
}

export function usePane(): PaneTools & { readonly state: PaneState } {
  const tools = usePaneTools();
  const { store } = tools.commands;
  return { ...tools, state: useSyncExternalStore(store.subscribe, store.state) };
}
