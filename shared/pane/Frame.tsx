import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { ControlTab } from './controle/ControlTab';
import { CoverageTab } from './couverture/CoverageTab';
import { Foot } from './Foot';
import { Head } from './Head';
import { RowTab } from './ligne/RowTab';
import { useLook } from './look/styles';
import { useKeptFocus } from './look/useKeptFocus';
import { AlertNotice, ConflictNotice } from './notices';
import { ToolsTab } from './tools/ToolsTab';
import { OtherSheet } from './OtherSheet';
import { usePane } from './paneContext';
import type { Tab } from './state/state';
import { UnseenBar } from './UnseenBar';
import { PANEL_ID, TAB_TITRES, Tabs, tabId } from './Tabs';

const useStyles = makeStyles({
  frame: {
    height: '100%',
    minHeight: '100%',
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // A short window, or a page zoomed to 200 %, scrolls as a whole rather than leaving a slit for the list.
    '@media (max-height: 420px)': { height: 'auto', overflow: 'visible' },
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    '@media (max-height: 420px)': { flexShrink: 0, minHeight: 'auto' },
  },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    // Words for screen readers are placed in it: without that, they would lengthen the page.
    position: 'relative',
    padding: '10px 12px 16px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-height: 420px)': { overflow: 'visible', minHeight: 'auto' },
  },
  // On a wide screen lines stay readable.
  measure: { maxWidth: '640px' },
});

const PANELS: Readonly<Record<Tab, () => ReactElement>> = {
  controle: ControlTab,
  ligne: RowTab,
  couverture: CoverageTab,
  outils: ToolsTab,
};

/** The pane: how fresh it is, four tabs, what was checked. */
export function Frame(): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const look = useLook();
  const Panel = PANELS[state.tab];
  const panel = useRef<HTMLDivElement>(null);
  const onFocus = useKeptFocus(panel);
  // Each tab, each tool begins at its top; so does what stopped the agent, who may be far below.
  useEffect(() => void panel.current?.scrollTo?.(0, 0), [state.tab, state.outil, state.alerte, state.litige]);
  return (
    <div className={styles.frame} onFocus={onFocus}>
      <Head />
      <main className={styles.main}>
        <Tabs />
        <div
          ref={panel}
          className={styles.panel}
          id={PANEL_ID}
          role="tabpanel"
          tabIndex={-1}
          aria-labelledby={tabId(state.tab)}
        >
          <div className={mergeClasses(styles.measure, look.column)}>
            <h2 className={look.hidden}>{TAB_TITRES[state.tab]}</h2>
            {state.alerte !== null && <AlertNotice alerte={state.alerte} />}
            <ConflictNotice />
            <OtherSheet />
            <Panel />
          </div>
        </div>
      </main>
      <UnseenBar />
      <Foot />
      <div className={look.hidden} role="status" aria-live="polite">
        <span key={state.annonce.numero}>{state.annonce.texte}</span>
      </div>
    </div>
  );
}
