import { FluentProvider, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import { Pane, createWorkerChecker, type Checker } from '../../../shared/pane';
import { useTheme } from '../../../shared/pane/look/theme';
import type { SheetHost } from '../../../shared/sheet';
import { isInSheet } from '../sheet/keyboard';
import { Bar } from './Bar';
import { Drop } from './Drop';
import { Messages } from './Messages';
import { movesByF6, placeOf } from './places';
import { QuestionDialog } from './QuestionDialog';
import type { Work } from './work';

const useStyles = makeStyles({
  page: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
  pane: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  sheet: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export interface PageProps {
  readonly work: Work;
  readonly host: SheetHost;
  /** The element that holds the spreadsheet: made outside of React, which leaves it alone. */
  readonly sheet: HTMLElement;
  readonly onDark: (dark: boolean) => void;
  /** Brings the keyboard to the cells. */
  readonly onSheet: () => void;
}

/** The bar, the spreadsheet, the pane. */
export function Page({ work, host, sheet, onDark, onSheet }: PageProps): ReactElement {
  const state = useSyncExternalStore(work.store.subscribe, work.store.state);
  const [withPane, setWithPane] = useState(true);
  const theme = useTheme(undefined);
  const styles = useStyles();
  const { ouverture, opened } = state;
  const checker = useChecker(ouverture);
  // Once and for all: an element that is put in its place again, at each drawing of the page, loses the keyboard.
  const placeSheet = useCallback((place: HTMLElement | null) => void place?.append(sheet), [sheet]);
  useDark(theme.colorNeutralBackground1, onDark);
  useF6(sheet, onSheet);
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <div className={mergeClasses('page', styles.page, !withPane && 'without-pane')}>
        <Bar work={work} state={state} withPane={withPane} onPane={setWithPane} />
        <Messages work={work} state={state} />
        <section
          className={mergeClasses('sheet', styles.sheet)}
          aria-label="Tableau, F6 pour en sortir"
          ref={placeSheet}
        />
        <div className={mergeClasses('pane', styles.pane)}>
          {opened !== null && <StillPane key={ouverture} host={host} checker={checker} hote="page locale" immediat />}
        </div>
        <Drop onFile={(file) => void work.openFile(file)} />
        <QuestionDialog question={state.question} />
      </div>
    </FluentProvider>
  );
}

/** A worker for each workbook: what it knows of the one before goes with it. */
function useChecker(ouverture: number): Checker {
  const checker = useMemo(() => createWorkerChecker(startChecks), [ouverture]);
  useEffect(() => () => checker.interrupt(), [checker]);
  return checker;
}

function useDark(background: string, onDark: (dark: boolean) => void): void {
  const dark = isDark(background);
  useEffect(() => onDark(dark), [onDark, dark]);
}

function useF6(sheet: HTMLElement, onSheet: () => void): void {
  useEffect(() => {
    const cells = { holds: (focused: Element) => isInSheet(sheet, focused), focus: onSheet };
    return movesByF6([placeOf('.page > .bar', 'button'), cells, placeOf('.page > .pane', SHOWN_TAB)]);
  }, [sheet, onSheet]);
}

/** The page is drawn anew at each step of a reading; the pane in it follows its own state alone. */
const StillPane = memo(Pane);

const SHOWN_TAB = '[role=tab][aria-selected=true]';
const startChecks = (): Worker => new Worker(new URL('../checkWorker.ts', import.meta.url));

/** "#292929" is dark. */
const isDark = (colour: string): boolean => Number.parseInt(colour.slice(1, 3), 16) < 128;
