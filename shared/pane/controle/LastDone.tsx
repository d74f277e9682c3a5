import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { isUndone } from '../../sheet';
import { NBSP, plural } from '../../text';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  words: { minWidth: 0, flexGrow: 1, flexBasis: '120px', overflowWrap: 'anywhere' },
});

/** What was just done, and the way back; the journal has the rest. Nothing once it was taken back. */
export function LastDone(): ReactElement | null {
  const { state, commands } = usePane();
  const styles = useStyles();
  const look = useLook();
  const own = state.journal.steps.filter(({ ailleurs }) => !ailleurs);
  const last = own[own.length - 1];
  if (last === undefined || last.undoes !== null || last.edits.length === 0) return null;
  if (isUndone(state.journal, last.id)) return null;
  return (
    <section className={look.between} aria-label="Dernière correction">
      <span className={`${styles.words} ${look.muted}`}>
        {last.label} · {plural(last.edits.length, 'cellule modifiée', 'cellules modifiées')}
      </span>
      <Button size="small" aria-label={`Annuler${NBSP}: ${last.label}`} onClick={() => void commands.undo(last.id)}>
        Annuler
      </Button>
    </section>
  );
}
