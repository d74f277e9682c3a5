import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { NBSP, enumerate, quote } from '../../text';
import type { Phase } from '../state/state';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

type Props = Omit<Extract<Phase, { kind: 'pas-une-annexe' }>, 'kind'>;

/** The sheet is no annexe: what was looked for, what was understood, and the ways on that this host has. */
export function NotAnnexe({ raison, compris }: Props): ReactElement {
  const { state, commands, host } = usePane();
  const look = useLook();
  const others = state.feuilles;
  return (
    <div className={look.column}>
      <h2 className={look.title}>Cette feuille n’est pas une annexe</h2>
      <p className={look.text}>
        {raison === 'vide'
          ? 'La feuille est vide.'
          : `Aucun en-tête d’annexe dans les 60 premières lignes. Il en faut au moins trois parmi${NBSP}: Réf, Objectif opérationnel, BOP, Service, Collectivité, Signataire, Indicateur, Valeur cible.`}
      </p>
      {raison !== 'vide' && (
        <p className={look.text}>
          {compris.length === 0
            ? 'Aucun de ces mots n’a été trouvé.'
            : `Mots compris${NBSP}: ${enumerate(compris.map((word) => quote(word, 40)))}.`}
        </p>
      )}
      {others.length > 0 && (
        <section className={look.column}>
          <h3 className={look.title}>Choisir une autre feuille</h3>
          {others.map((name) => (
            <Button key={name} onClick={() => void commands.checkSheetNamed(name)}>
              {name}
            </Button>
          ))}
        </section>
      )}
      <div className={look.row}>
        {host.addSheet !== undefined && <Button onClick={() => commands.outil('import')}>Importer un texte</Button>}
        {host.addSheet !== undefined && <Button onClick={() => void commands.addAnnexe()}>Nouvelle annexe</Button>}
        <Button onClick={() => void commands.check()}>Revérifier</Button>
      </div>
    </div>
  );
}
