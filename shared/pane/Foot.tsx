import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatNumber, plural } from '../text';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 4px 4px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What the figures rest on, and the way to the journal. */
export function Foot(): ReactElement | null {
  const { state, commands } = usePane();
  const styles = useStyles();
  const { bilan, journal } = state;
  if (bilan === null) return null;
  const rules = plural(bilan.executees.length, 'règle exécutée', 'règles exécutées');
  return (
    <footer className={styles.foot}>
      <span>
        {rules} sur {plural(bilan.lignes, 'ligne')}
      </span>
      <Button size="small" appearance="subtle" onClick={() => commands.outil('journal')}>
        Journal ({formatNumber(journal.steps.length)})
      </Button>
    </footer>
  );
}
