import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { COLUMN_LABELS } from '../../annexe';
import { NBSP, plural, quote } from '../../text';
import { More } from '../look/More';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';
import { PAGE } from '../state/state';

/** What was kept as it is, and why; each can go back to the list. */
export function AcceptedTool(): ReactElement {
  const { state, commands, host } = usePane();
  const look = useLook();
  const [shown, setShown] = useState(PAGE);
  const { acceptances, bilan } = state;
  if (acceptances.length === 0) {
    return (
      <p className={look.text}>
        Aucun constat accepté. Dans un constat ouvert, « Accepter… » le garde de côté, avec son motif.
      </p>
    );
  }
  const gone = acceptances.length - (bilan?.acceptes ?? acceptances.length);
  return (
    <>
      <p className={look.muted}>
        {host.store === undefined ? 'Gardés le temps de cette séance.' : 'Gardés dans le classeur.'}
        {gone > 0
          ? ` ${plural(gone, 'motif ne s’applique plus', 'motifs ne s’appliquent plus')}${NBSP}: la cellule a changé.`
          : ''}
      </p>
      <ul className={look.list}>
        {acceptances.slice(0, shown).map((acceptance) => (
          <li
            key={`${acceptance.rule}|${acceptance.column ?? ''}|${acceptance.ligne}|${acceptance.valeur}`}
            className={look.card}
            style={{ marginTop: '6px' }}
          >
            <span className={look.text}>
              <b>{quote(acceptance.ligne, 60)}</b>
              {acceptance.column === null ? '' : ` · ${COLUMN_LABELS[acceptance.column]}`}
            </span>
            <span className={look.muted}>{acceptance.rule}</span>
            <span className={look.text}>
              Motif{NBSP}: {acceptance.motif}
            </span>
            <span className={look.muted}>{[acceptance.who, acceptance.when].filter(Boolean).join(' · ')}</span>
            <div className={look.row}>
              <Button size="small" onClick={() => void commands.reopen(acceptance)}>
                Remettre dans la liste
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <More
        shown={Math.min(shown, acceptances.length)}
        total={acceptances.length}
        more={() => setShown(shown + PAGE)}
      />
    </>
  );
}
