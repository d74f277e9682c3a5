import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { NBSP, plural } from '../../text';
import type { RegleView } from '../checker/views';
import { NotExecuted } from '../controle/NothingFound';
import { GraviteIcon, graviteMot } from '../look/gravite';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  rule: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '6px 0' },
  name: { cursor: 'pointer', overflowWrap: 'anywhere' },
  icon: { display: 'inline-block', verticalAlign: '-2px', marginRight: '6px' },
  why: { paddingTop: '6px' },
});

/** What the last check looked for, and why; what it could not look for. */
export function RulesTool(): ReactElement {
  const { state } = usePane();
  const look = useLook();
  const { bilan, regles } = state;
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
        {regles.map((regle) => (
          <RuleItem key={regle.id} regle={regle} />
        ))}
      </ul>
    </>
  );
}

function RuleItem({ regle: { id, gravite, resume, pourquoi, source } }: { readonly regle: RegleView }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <li className={styles.rule}>
      <details>
        <summary className={styles.name}>
          <span className={styles.icon}>
            <GraviteIcon gravite={gravite} />
          </span>
          {resume}
        </summary>
        <div className={styles.why}>
          <p className={look.muted}>{pourquoi}</p>
          {source !== null && (
            <p className={look.muted}>
              Source{NBSP}: {source}.
            </p>
          )}
          <p className={look.muted}>
            {id} · {graviteMot(gravite)}
          </p>
        </div>
      </details>
    </li>
  );
}
