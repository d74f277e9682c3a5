import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLook } from './look/styles';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** The cell that the agent asked to see is hidden: in sight wherever the list is scrolled to, and under nothing that is being clicked. */
export function UnseenBar(): ReactElement | null {
  const { state, commands } = usePane();
  const styles = useStyles();
  const look = useLook();
  const { masquee } = state;
  if (masquee === null) return null;
  return (
    <section className={mergeClasses(styles.bar, look.column)} aria-label="Cellule masquée">
      <p className={look.text}>
        <b>{masquee.fact}</b> {masquee.cure}
      </p>
      <div className={look.row}>
        <Button size="small" onClick={() => void commands.show(masquee.at)}>
          Montrer de nouveau
        </Button>
        <Button size="small" appearance="subtle" onClick={commands.closeUnseen}>
          Fermer
        </Button>
      </div>
    </section>
  );
}
