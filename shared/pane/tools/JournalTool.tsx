import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { isUndone, type Step } from '../../sheet';
import { plural } from '../../text';
import { BeforeAfter } from '../look/BeforeAfter';
import { More } from '../look/More';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** Cells shown of one step, steps shown at first. */
const MOST_CELLS = 20;
const MOST_STEPS = 30;

/** What was done, last first; any step can be taken back, whatever was done since. */
export function JournalTool(): ReactElement {
  const { state } = usePane();
  const look = useLook();
  const [shown, setShown] = useState(MOST_STEPS);
  const { steps } = state.journal;
  if (steps.length === 0) return <p className={look.text}>Rien n’a encore été modifié depuis le volet.</p>;
  return (
    <>
      <ol className={look.list} reversed>
        {steps
          .slice(-shown)
          .reverse()
          .map((step) => (
            <JournalStep key={step.id} step={step} />
          ))}
      </ol>
      <More shown={Math.min(shown, steps.length)} total={steps.length} more={() => setShown(shown + MOST_STEPS)} />
    </>
  );
}

function JournalStep({ step }: { readonly step: Step }): ReactElement {
  const { state, commands } = usePane();
  const look = useLook();
  const [open, setOpen] = useState(false);
  const undone = isUndone(state.journal, step.id);
  const said = [
    ...(step.when === '' ? [] : [step.when]),
    ...(step.who === '' ? [] : [step.who]),
    plural(step.edits.length, 'cellule'),
    ...(step.refused.length === 0 ? [] : [plural(step.refused.length, 'refusée')]),
    ...(undone ? ['annulée'] : []),
  ];
  return (
    <li className={look.card} style={{ marginTop: '6px' }}>
      <b className={look.text}>{step.label}</b>
      <span className={look.muted}>{said.join(' · ')}</span>
      {open && <BeforeAfter edits={step.edits.slice(0, MOST_CELLS)} />}
      {open && step.edits.length > MOST_CELLS && (
        <span className={look.muted}>
          {MOST_CELLS} cellules montrées sur {step.edits.length}.
        </span>
      )}
      <div className={look.row}>
        {!step.ailleurs && !undone && step.edits.length > 0 && (
          <Button size="small" aria-label={`Annuler : ${step.label}`} onClick={() => void commands.undo(step.id)}>
            {step.undoes === null ? 'Annuler' : 'Rétablir'}
          </Button>
        )}
        <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          Détail
        </Button>
      </div>
    </li>
  );
}
