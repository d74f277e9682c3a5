import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { foldEdits } from '../../lint';
import { formatAddress } from '../../sheet';
import { NBSP, formatNumber, plural } from '../../text';
import type { PlanView } from '../checker/views';
import { BeforeAfter } from '../look/BeforeAfter';
import { More } from '../look/More';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { PAGE } from '../state/state';
import { carryTicks, keysOf, safeTicks, toggleTick } from './planTicks';

const useStyles = makeStyles({
  step: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  preview: { paddingLeft: '32px' },
});

type Ticks = ReadonlySet<number>;

/** What is ticked stays ticked when the sheet changes under the plan. */
function useTicks(steps: PlanView['steps']): readonly [Ticks, (next: Ticks) => void] {
  const [held, setHeld] = useState(() => ({ steps, ticks: safeTicks(steps) }));
  const ticks = held.steps === steps ? held.ticks : carryTicks(held.steps, held.ticks, steps);
  return [ticks, (next) => setHeld({ steps, ticks: next })];
}

/** Tout corriger: the whole plan before anything is written, the safe part ticked. */
export function PlanPanel({ plan }: { readonly plan: PlanView }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const [ticks, setTicks] = useTicks(plan.steps);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const all = ticks.size === plan.steps.length;

  async function apply(): Promise<void> {
    const steps = plan.steps.filter((_, index) => ticks.has(index));
    const label = `Tout corriger (${plural(steps.length, 'correction')})`;
    await Promise.all([commands.plan(false), commands.apply({ label, edits: foldEdits(steps) })]);
  }

  return (
    <div className={look.column}>
      <h2 className={look.title} ref={heading} tabIndex={-1}>
        Plan de correction
      </h2>
      <p className={look.text}>
        {plural(plan.steps.length, 'correction')}
        {NBSP}; les corrections sûres sont cochées. Rien n’est encore écrit.
      </p>
      <div className={look.row}>
        <Button className={look.small} appearance="primary" disabled={ticks.size === 0} onClick={() => void apply()}>
          Corriger ({plural(ticks.size, 'correction')} sur {formatNumber(plan.steps.length)})
        </Button>
        <Button
          className={look.small}
          onClick={() => setTicks(all ? safeTicks(plan.steps) : new Set(plan.steps.keys()))}
        >
          {all ? 'Les sûres seulement' : 'Tout cocher'}
        </Button>
        <Button className={look.small} onClick={() => void commands.plan(false)}>
          Retour
        </Button>
      </div>
      <Steps steps={plan.steps} ticks={ticks} setTicks={setTicks} />
      <p className={look.muted}>
        {plural(plan.reste, 'constat restera', 'constats resteront')} après tout le plan{NBSP}: ce que seul un agent
        peut décider.
      </p>
    </div>
  );
}

interface StepsProps {
  readonly steps: PlanView['steps'];
  readonly ticks: Ticks;
  readonly setTicks: (next: Ticks) => void;
}

function Steps({ steps, ticks, setTicks }: StepsProps): ReactElement {
  const look = useLook();
  const [shown, setShown] = useState(PAGE);
  const keys = keysOf(steps);
  return (
    <>
      <ul className={look.list}>
        {steps.slice(0, shown).map((step, index) => (
          <Step
            key={keys[index]}
            step={step}
            ticked={ticks.has(index)}
            toggle={() => setTicks(toggleTick(steps, ticks, index))}
          />
        ))}
      </ul>
      <More shown={Math.min(shown, steps.length)} total={steps.length} more={() => setShown(shown + PAGE)} />
    </>
  );
}

interface StepProps {
  readonly step: PlanView['steps'][number];
  readonly ticked: boolean;
  readonly toggle: () => void;
}

function Step({ step, ticked, toggle }: StepProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const [first] = step.edits;
  const place = first === undefined ? '' : formatAddress(first.at.row, first.at.column);
  return (
    <li className={styles.step}>
      <Checkbox
        checked={ticked}
        onChange={toggle}
        label={
          <>
            {step.ref === '' ? place : `${step.ref} (${place})`}
            <span className={look.hidden}>
              {NBSP}: {step.label}
            </span>
          </>
        }
      />
      <div className={styles.preview}>
        <BeforeAfter edits={step.edits} />
        <span className={look.muted}>
          {step.safety === 'sure' ? 'Sûre' : 'À confirmer'} · {step.rules.join(', ')}
        </span>
      </div>
    </li>
  );
}
