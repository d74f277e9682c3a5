import { Button, Link } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Fix } from '../../lint';
import { NBSP, plural } from '../../text';
import type { Finding } from '../checker/views';
import { BeforeAfter } from '../look/BeforeAfter';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { AcceptForm } from './AcceptForm';

/** What to do about a finding: its corrections with their preview, or keep it with a reason; and why the rule exists. */
export function FindingDetail({ finding }: { readonly finding: Finding }): ReactElement {
  const { state, commands } = usePane();
  const look = useLook();
  const [why, setWhy] = useState(false);
  const { corrections } = finding;
  const single = corrections.length === 1;
  return (
    <div className={look.column}>
      {corrections.map((fix, choice) => (
        <Correction key={fix.label} finding={finding} fix={fix} choice={choice} named={!single} />
      ))}
      <Related finding={finding} />
      {state.accepting === finding.id ? (
        <AcceptForm id={finding.id} />
      ) : (
        <div className={look.row}>
          {single && (
            <Button className={look.small} appearance="primary" onClick={() => void commands.fix(finding)}>
              Corriger
            </Button>
          )}
          <Button className={look.small} onClick={() => commands.askAcceptance(finding.id)}>
            Accepter…
          </Button>
          <Button
            className={look.small}
            aria-expanded={why}
            aria-label="Pourquoi cette règle"
            onClick={() => setWhy(!why)}
          >
            ?
          </Button>
        </div>
      )}
      {why && <Why finding={finding} />}
    </div>
  );
}

/** What the rule looks for, why it matters, and the text that says so. */
function Why({ finding }: { readonly finding: Finding }): ReactElement {
  const look = useLook();
  return (
    <div className={look.column}>
      <p className={look.muted}>
        <b>{finding.rule}</b>
        {NBSP}: {finding.resume}
      </p>
      <p className={look.muted}>{finding.pourquoi}</p>
      {finding.source !== null && (
        <p className={look.muted}>
          Source{NBSP}: {finding.source}.
        </p>
      )}
    </div>
  );
}

interface CorrectionProps {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly choice: number;
  /** There are several: each says its name and has its own button. */
  readonly named: boolean;
}

function Correction({ finding, fix, choice, named }: CorrectionProps): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  return (
    <div className={look.column}>
      <span className={look.muted}>
        {fix.safety === 'sure' ? 'Correction sûre' : 'Correction à confirmer'}
        {named ? `${NBSP}: ${fix.label}` : ''}
      </span>
      <BeforeAfter edits={fix.edits} />
      {named && (
        <div className={look.row}>
          <Button
            data-choice={choice}
            aria-label={`Corriger${NBSP}: ${fix.label}`}
            onClick={() => void commands.fix(finding, choice)}
          >
            Corriger
          </Button>
        </div>
      )}
    </div>
  );
}

/** Other cells that the finding speaks of: the first ones can be seen, the others are counted. */
function Related({ finding }: { readonly finding: Finding }): ReactElement | null {
  const { commands } = usePane();
  const look = useLook();
  const rest = finding.nombreLiees - finding.liees.length;
  if (finding.nombreLiees === 0) return null;
  return (
    <p className={look.muted}>
      Voir aussi{NBSP}:{' '}
      {finding.liees.map(({ cell, adresse }) => (
        <span key={adresse}>
          <Link onClick={() => void commands.show(cell)}>{adresse}</Link>{' '}
        </span>
      ))}
      {rest > 0 && `et ${plural(rest, 'autre cellule', 'autres cellules')}`}
    </p>
  );
}
