import { FluentProvider } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, type ReactElement } from 'react';
import type { SheetHost } from '../sheet';
import type { Checker } from './checker/checker';
import { createCommands, type Commands } from './commands/commands';
import { Defect } from './Defect';
import { Frame } from './Frame';
import { useTheme, type ThemeChoice } from './look/theme';
import { PaneProvider } from './paneContext';

export interface PaneProps {
  readonly host: SheetHost;
  /** Where checks are made: in a worker, or in this thread where the host can have none. */
  readonly checker: Checker;
  /** The theme of the host; the system's unless told. */
  readonly theme?: ThemeChoice;
  /** What the diagnostic card says of us: "Excel", "Google Sheets", "page locale"; and which version this is. */
  readonly hote?: string;
  readonly version?: string;
  /** Checks at once, without the first page: for a host that was asked to check. */
  readonly immediat?: boolean;
  /** Hands over the commands, for a host that has buttons of its own (a ribbon, a menu). */
  readonly onCommands?: (commands: Commands) => void;
}

/** The pane of every host. It fills the element it is put in. */
export function Pane(props: PaneProps): ReactElement {
  const { host, checker, immediat, onCommands, hote = 'inconnu', version = '' } = props;
  const theme = useTheme(props.theme);
  const commands = useMemo(() => createCommands(host, checker), [host, checker]);
  const tools = useMemo(() => ({ commands, host, hote, version }), [commands, host, hote, version]);
  // Before the first drawing is painted: the sheet is read and judged meanwhile.
  useLayoutEffect(() => {
    if (immediat === true) void commands.check();
    onCommands?.(commands);
    return commands.watch();
  }, [commands, immediat, onCommands]);
  return (
    <Defect hote={hote} version={version}>
      <FluentProvider theme={theme} style={{ height: '100%' }}>
        <PaneProvider value={tools}>
          <Frame />
        </PaneProvider>
      </FluentProvider>
    </Defect>
  );
}
