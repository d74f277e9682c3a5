import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatPercent, plural, quote } from '../text';
import { usePane } from './paneContext';
import type { PaneState } from './state/state';

const useStyles = makeStyles({
  head: { flexShrink: 0, padding: '10px 12px 2px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** Which sheet the pane speaks of, and how fresh what it says is. */
export function Head(): ReactElement {
  const { state } = usePane();
  const styles = useStyles();
  const { bilan } = state;
  const parts = bilan === null ? [] : [`Feuille ${quote(bilan.feuille, 40)}`, plural(bilan.objectifs, 'objectif')];
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>Annexe</h1>
      <p className={styles.line}>{[...parts, freshness(state)].filter(Boolean).join(' · ')}</p>
    </header>
  );
}

function freshness({ phase, stale }: PaneState): string {
  switch (phase.kind) {
    case 'accueil':
      return 'pas encore de contrôle';
    case 'verification':
      return phase.total > 0 && phase.done < phase.total
        ? `vérification… ${formatPercent(phase.done / phase.total, 0)}`
        : 'vérification…';
    case 'interrompu':
      return 'contrôle interrompu';
    case 'pas-une-annexe':
      return 'pas une annexe';
    case 'pret':
      return stale ? 'modifiée depuis' : 'à jour';
  }
}
