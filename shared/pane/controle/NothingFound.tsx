import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { GRAVITES } from '../../lint';
import { NBSP, plural, quote } from '../../text';
import type { Bilan, FindingQuery } from '../checker/views';
import { summaryOf } from '../commands/check';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

interface Props {
  readonly bilan: Bilan;
  readonly query: FindingQuery;
}

/** An empty list says whether nothing is wrong or whether the filter hides it, and what could not be checked. */
export function NothingFound({ bilan, query }: Props): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const found = GRAVITES.reduce((sum, gravite) => sum + bilan.resume[gravite], 0);
  if (found > 0) {
    const sought = query.texte.trim() === '' ? 'ces gravités' : quote(query.texte, 40);
    return (
      <div className={look.column}>
        <p className={look.text}>
          Aucun constat pour {sought}
          {NBSP}; {plural(found, 'autre')} {found < 2 ? 'est masqué' : 'sont masqués'}.
        </p>
        <Button onClick={() => void commands.query({ texte: '', gravites: GRAVITES })}>Tout afficher</Button>
      </div>
    );
  }
  return (
    <div className={look.column}>
      <p className={look.text}>{summaryOf(bilan)}</p>
      {bilan.acceptes > 0 && (
        <p className={look.text}>{plural(bilan.acceptes, 'constat accepté', 'constats acceptés')} avec motif.</p>
      )}
      <NotExecuted bilan={bilan} />
    </div>
  );
}

/** "0 anomalie" always means "checked": the rules that could not run are named, with the reason. */
export function NotExecuted({ bilan }: { readonly bilan: Bilan }): ReactElement | null {
  const look = useLook();
  if (bilan.nonExecutees.length === 0) return null;
  return (
    <section>
      <h3 className={look.title}>{plural(bilan.nonExecutees.length, 'règle non exécutée', 'règles non exécutées')}</h3>
      <ul className={look.list}>
        {bilan.nonExecutees.map(({ id, raison }) => (
          <li key={id} className={look.muted}>
            <b>{id}</b>
            {NBSP}: {raison}.
          </li>
        ))}
      </ul>
    </section>
  );
}
