import { useSyncExternalStore, type ReactElement } from 'react';
import { Pane, type Checker, type Commands } from '../../shared/pane';
import type { SheetHost } from '../../shared/sheet';
import { officeTheme, watchTheme } from '../excel';

export interface ExcelPaneProps {
  readonly host: SheetHost;
  readonly checker: Checker;
  readonly onCommands: (commands: Commands) => void;
}

/** The pane in the colours of Office, else in those of the system. */
export function ExcelPane({ host, checker, onCommands }: ExcelPaneProps): ReactElement {
  const theme = useSyncExternalStore(subscribe, snapshot);
  return (
    <Pane
      host={host}
      checker={checker}
      onCommands={onCommands}
      hote="Excel"
      version={ANNEXE_VERSION}
      {...(theme === null ? {} : { theme })}
    />
  );
}

const subscribe = (tell: () => void): (() => void) => watchTheme(window, tell);
const snapshot = (): ReturnType<typeof officeTheme> => officeTheme(window);
