import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactElement } from 'react';
import { usePane } from './paneContext';
import type { Tab } from './state/state';

const ORDER: readonly Tab[] = ['controle', 'ligne', 'couverture', 'outils'];

export const TAB_TITRES: Readonly<Record<Tab, string>> = {
  controle: 'Contrôle',
  ligne: 'Ligne',
  couverture: 'Couverture',
  outils: 'Outils',
};

export const PANEL_ID = 'annexe-panneau';
export const tabId = (tab: Tab): string => `annexe-onglet-${tab}`;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    paddingLeft: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    background: 'none',
    border: 'none',
    borderBottom: '3px solid transparent',
    padding: '9px 8px 6px',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Forced colours draw a transparent line: the chosen tab alone has one.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** Four tabs, one stop of the Tab key. Fluent's own list adds hidden elements that take the focus, which axe refuses. */
export function Tabs(): ReactElement {
  const { state, commands } = usePane();
  const styles = useStyles();

  function onKeyDown(event: KeyboardEvent): void {
    const place = ORDER.indexOf(state.tab);
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: ORDER.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = ORDER[(to + ORDER.length) % ORDER.length] ?? state.tab;
    void commands.tab(next);
    document.getElementById(tabId(next))?.focus();
  }

  return (
    <div role="tablist" aria-label="Parties du volet" className={styles.list} onKeyDown={onKeyDown}>
      {ORDER.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          className={mergeClasses(styles.tab, tab === state.tab && styles.selected)}
          aria-selected={tab === state.tab}
          aria-controls={PANEL_ID}
          tabIndex={tab === state.tab ? 0 : -1}
          onClick={() => void commands.tab(tab)}
        >
          {TAB_TITRES[tab]}
        </button>
      ))}
    </div>
  );
}
