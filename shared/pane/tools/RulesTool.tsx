import type { ReactElement } from 'react';
import { NBSP, plural } from '../../text';
import { NotExecuted } from '../controle/NothingFound';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** What the last check looked for, and what it could not look for. */
export function RulesTool(): ReactElement {
  const { state } = usePane();
  const look = useLook();
  const { bilan } = state;
  if (bilan === null)
    return <p className={look.text}>Pas encore de contrôle{NBSP}; lancez-le dans l’onglet Contrôle.</p>;
  return (
    <>
      <p className={look.text}>
        {plural(bilan.executees.length, 'règle exécutée', 'règles exécutées')} sur {plural(bilan.lignes, 'ligne')},
        cadre de {bilan.millesime}.
      </p>
      <NotExecuted bilan={bilan} />
      <h3 className={look.title}>Exécutées</h3>
      <ul className={look.list}>
        {bilan.executees.map((id) => (
          <li key={id} className={look.muted}>
            {id}
          </li>
        ))}
      </ul>
    </>
  );
}
