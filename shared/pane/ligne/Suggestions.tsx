import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { NBSP } from '../../text';
import type { RowCard } from '../checker/views';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** What may be added to the row, each with its evidence. Nothing is chosen in advance. */
export function Suggestions({ card }: { readonly card: RowCard }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  return (
    <section className={look.column} aria-label="Suggestions">
      <h3 className={look.title}>Suggestions</h3>
      {card.silence !== null && <p className={look.muted}>{card.silence}</p>}
      {card.suggestions.map(({ titre, preuves, mince, options }) => (
        <div key={titre} className={look.card}>
          <b className={look.text}>{titre}</b>
          {mince && <span className={look.muted}>Peu d’indices{NBSP}: à vérifier avant d’ajouter.</span>}
          {preuves.map((preuve) => (
            <span key={preuve} className={look.muted}>
              {preuve}
            </span>
          ))}
          <div className={look.row}>
            {options.map(({ label, action, edits }) => (
              <Button
                key={action}
                size="small"
                aria-label={action}
                onClick={() => void commands.apply({ label: `${card.ref || card.adresse}${NBSP}: ${action}`, edits })}
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
