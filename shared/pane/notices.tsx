import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { formatAddress, textOf, type Conflict } from '../sheet';
import { NBSP } from '../text';
import { refusalSentence, valueText } from './commands/sentences';
import { CopyDiagnostic } from './tools/CopyDiagnostic';
import { useLook } from './look/styles';
import { usePane } from './paneContext';
import type { Alerte } from './state/state';

const useStyles = makeStyles({
  notice: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeft: `4px solid ${tokens.colorStatusWarningForeground3}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: '8px 10px',
  },
  defect: { borderLeftColor: tokens.colorStatusDangerForeground1 },
  values: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', margin: 0, overflowWrap: 'anywhere' },
  value: { margin: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What stopped us, above everything else: the host's own sentence with its cure, or a defect of ours with its diagnostic. */
export function AlertNotice({ alerte }: { readonly alerte: Alerte }): ReactElement {
  const { commands } = usePane();
  const styles = useStyles();
  const look = useLook();
  return (
    <section
      className={mergeClasses(styles.notice, look.column, alerte.kind === 'defaut' && styles.defect)}
      aria-label="Alerte"
    >
      <h2 className={styles.heading}>{alerte.fait}</h2>
      <p className={look.text}>{alerte.remede}</p>
      <div className={look.row}>
        <Button size="small" onClick={() => void commands.check()}>
          Recommencer
        </Button>
        {alerte.kind === 'defaut' && <CopyDiagnostic />}
        <Button size="small" appearance="subtle" onClick={commands.closeAlert}>
          Fermer
        </Button>
      </div>
    </section>
  );
}

/** Cells that were not written: both values, and the agent's choice. */
export function ConflictNotice(): ReactElement | null {
  const { state, commands } = usePane();
  const styles = useStyles();
  const look = useLook();
  const { litige } = state;
  if (litige === null) return null;
  return (
    <section className={mergeClasses(styles.notice, look.column)} aria-label="Conflit">
      <h2 className={styles.heading}>
        {litige.conflicts.length > 0 ? 'La feuille a changé' : 'Des cellules n’ont pas été modifiées'}
      </h2>
      <p className={look.muted}>{litige.label}</p>
      {litige.conflicts.map((conflict) => (
        <ConflictChoice key={`${conflict.edit.at.row}:${conflict.edit.at.column}`} conflict={conflict} />
      ))}
      {litige.bloques.map((refusal) => (
        <p key={`${refusal.edit.at.row}:${refusal.edit.at.column}`} className={look.text}>
          {refusalSentence(refusal)}
        </p>
      ))}
      {litige.bloques.length > 0 && (
        <div className={look.row}>
          <Button
            size="small"
            onClick={() =>
              void commands.apply({
                label: litige.label,
                edits: litige.bloques.map(({ edit }) => edit),
                ...(litige.undoes === null ? {} : { undoes: litige.undoes }),
              })
            }
          >
            Recommencer
          </Button>
          <Button size="small" appearance="subtle" onClick={commands.closeConflicts}>
            Fermer
          </Button>
        </div>
      )}
    </section>
  );
}

function ConflictChoice({ conflict }: { readonly conflict: Conflict }): ReactElement {
  const { commands } = usePane();
  const styles = useStyles();
  const look = useLook();
  const { edit, attendu, found } = conflict;
  const adresse = formatAddress(edit.at.row, edit.at.column);
  const lines = [
    ['Attendu', attendu],
    ['Présent', found],
    ['Nouvelle valeur', edit.set],
  ] as const;
  return (
    <div className={look.column}>
      <p className={look.text}>
        {adresse} a changé depuis la lecture{NBSP}; rien n’y a été écrit.
      </p>
      <dl className={styles.values}>
        {lines.flatMap(([name, value]) => [
          <dt key={`${name}?`} className={look.muted}>
            {name}
          </dt>,
          <dd key={name} className={styles.value}>
            {valueText(textOf(value))}
          </dd>,
        ])}
      </dl>
      <div className={look.row}>
        <Button size="small" onClick={() => void commands.settle(conflict, true)}>
          Prendre la nouvelle valeur
        </Button>
        <Button size="small" onClick={() => void commands.settle(conflict, false)}>
          Laisser
        </Button>
        <Button size="small" appearance="subtle" onClick={() => void commands.show(edit.at)}>
          Voir {adresse}
        </Button>
      </div>
    </div>
  );
}
