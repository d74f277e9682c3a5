import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { NBSP } from '../../text';
import type { RowCard } from '../checker/views';
import { GraviteIcon, graviteMot } from '../look/gravite';
import { useLook } from '../look/styles';
import { usePane, usePaneTools } from '../paneContext';
import { Pairs } from './Pairs';
import { Suggestions } from './Suggestions';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    minWidth: 0,
  },
  finding: { display: 'flex', gap: '8px', padding: '4px 0' },
});

/** Ligne: the row where the agent stands, as a card. */
export function RowTab(): ReactElement {
  const { state } = usePane();
  const look = useLook();
  if (state.card !== null) return <Card card={state.card} />;
  const sentence =
    state.bilan === null
      ? state.phase.kind === 'pas-une-annexe'
        ? 'Cette feuille n’est pas une annexe. L’onglet Contrôle dit ce qui lui manque.'
        : `Pas encore de contrôle${NBSP}; lancez-le dans l’onglet Contrôle.`
      : state.selection === null
        ? 'Choisissez une cellule de l’annexe pour voir sa ligne.'
        : state.selection.sheet === state.bilan.feuille
          ? 'La cellule choisie n’est sur aucun objectif. Choisissez une ligne de l’annexe.'
          : 'La cellule choisie n’est pas dans la feuille contrôlée.';
  return <p className={look.text}>{sentence}</p>;
}

function Card({ card }: { readonly card: RowCard }): ReactElement {
  const look = useLook();
  const indicateur =
    card.indicateur === ''
      ? 'Aucun'
      : `${card.indicateur}${card.indicateurReel ? '' : ` (ce n’est pas un indicateur)`}`;
  return (
    <div className={look.column}>
      <Moves card={card} />
      <p className={look.muted}>
        {card.section} · objectif {card.rang} sur {card.sur}
      </p>
      <p className={look.text}>{card.objectif || 'Aucun objectif écrit.'}</p>
      <Pairs card={card} />
      <Suggestions card={card} />
      <Field titre="Indicateur" texte={indicateur} />
      <Field titre="Valeur cible" texte={card.cible || 'Aucune'} />
      <Field titre="Partenaires" texte={[card.collectivite, card.signataire].filter(Boolean).join(' · ') || 'Aucun'} />
      <RowFindings card={card} />
    </div>
  );
}

/** The number of the row, and the way to its neighbours. */
function Moves({ card }: { readonly card: RowCard }): ReactElement {
  const { commands } = usePaneTools();
  const styles = useStyles();
  const look = useLook();
  const { precedente, suivante } = card;
  return (
    <div className={look.between}>
      <Button
        className={look.small}
        disabled={precedente === null}
        aria-label={precedente === null ? 'Pas de ligne précédente' : `Ligne précédente, ${precedente.row + 1}`}
        onClick={() => precedente && void commands.goTo(precedente)}
      >
        ‹ {precedente === null ? '' : precedente.row + 1}
      </Button>
      <h2 className={styles.heading}>
        Ligne {card.numero}
        {card.ref === '' ? '' : ` · ${card.ref}`}
      </h2>
      <Button
        className={look.small}
        disabled={suivante === null}
        aria-label={suivante === null ? 'Pas de ligne suivante' : `Ligne suivante, ${suivante.row + 1}`}
        onClick={() => suivante && void commands.goTo(suivante)}
      >
        {suivante === null ? '' : suivante.row + 1} ›
      </Button>
    </div>
  );
}

function RowFindings({ card }: { readonly card: RowCard }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <section>
      <h3 className={look.title}>Constats — {card.findings.length}</h3>
      <ul className={look.list}>
        {card.findings.map((finding) => (
          <li key={finding.id} className={styles.finding}>
            <GraviteIcon gravite={finding.gravite} />
            <span className={look.text}>
              <span className={look.muted}>
                {finding.colonne} · {finding.acceptance === null ? graviteMot(finding.gravite) : 'accepté'}
              </span>{' '}
              {finding.message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Field({ titre, texte }: { readonly titre: string; readonly texte: string }): ReactElement {
  const look = useLook();
  return (
    <section>
      <h3 className={look.title}>{titre}</h3>
      <p className={look.text}>{texte}</p>
    </section>
  );
}
