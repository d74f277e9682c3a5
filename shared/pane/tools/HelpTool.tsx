import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useLook } from '../look/styles';

const useStyles = makeStyles({
  keys: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', margin: 0 },
  what: { margin: 0 },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: '0 6px',
  },
});

const KEYS = [
  ['↓ ↑', 'dans la liste : constat suivant, précédent'],
  ['Entrée', 'ouvre le constat ; une seconde fois, corrige et passe au suivant'],
  ['A', 'accepte le constat avec un motif'],
  ['Z', 'annule la dernière modification'],
  ['Échap', 'referme le constat'],
  ['F6', 'passe du tableau au volet et retour, dans Excel et sur la page locale'],
] as const;

/** The keys of the list, and what the colours and words mean. Nothing of it is needed to work. */
export function HelpTool(): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={look.column}>
      <h3 className={look.title}>Au clavier</h3>
      <dl className={styles.keys}>
        {KEYS.flatMap(([key, what]) => [
          <dt key={key}>
            <kbd className={styles.key}>{key}</kbd>
          </dt>,
          <dd key={what} className={styles.what}>
            {what}
          </dd>,
        ])}
      </dl>
      <h3 className={look.title}>Ce que fait le volet</h3>
      <p className={look.text}>
        Il lit toute la feuille, lignes masquées ou filtrées comprises, et n’écrit que ce que vous demandez. Une cellule
        qui a changé entre-temps, ou qui contient une formule, n’est jamais remplacée.
      </p>
      <p className={look.text}>
        Une correction sûre se suffit à elle-même ; une correction à confirmer attend votre lecture.
      </p>
      <p className={look.text}>Les données restent dans le classeur : aucun envoi, aucune mesure d’audience.</p>
      <h3 className={look.title}>Accessibilité</h3>
      <p className={look.text}>
        Le volet s’utilise au clavier seul et avec un lecteur d’écran. Les cellules relèvent du tableur.
      </p>
    </div>
  );
}
