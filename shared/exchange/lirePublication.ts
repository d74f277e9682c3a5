import { gridOf, type Grid, type Scalar } from '../sheet/grid';
import { formatNumber, NBSP } from '../text/french';
import type { IndicateurRecord, ObjectifRecord } from './tableSchemaRecords';

const HEADER = [
  'Pilier',
  'Axe n°',
  'Axe',
  'Réf',
  'Objectif opérationnel',
  'BOP',
  'Service gestionnaire',
  'Collectivité partenaire',
  'Signataire partenaire',
  'Indicateur',
  'Valeur cible',
];

/** Keeps the place of a service that a programme has not got, so that the next ones stay with theirs. */
const NOBODY = '?';

/** The records of a publication as a flat annexe: one row an objective, one indicator and one target a line of their cell. */
export function gridOfRecords(objectifs: readonly ObjectifRecord[], indicateurs: readonly IndicateurRecord[]): Grid {
  const rows = objectifs.map((objectif): Scalar[] => {
    const own = indicateurs.filter(({ reference }) => reference === objectif.reference);
    const targets = own.filter(({ valeurCible }) => valeurCible !== null);
    return [
      objectif.pilier,
      objectif.axeNumero,
      objectif.axe,
      objectif.reference,
      objectif.objectif,
      [...objectif.programmes, ...objectif.autresFinanceurs].join(' '),
      servicesOf(objectif),
      partnersOf(objectif, objectif.collectivites),
      partnersOf(objectif, objectif.signataires),
      own.map(({ indicateur }) => indicateur).join('\n'),
      targets.map((record) => targetOf(record, targets.length > 1)).join('\n'),
    ];
  });
  return gridOf([HEADER, ...rows]);
}

/** The status of the record stands for what the cells of the annexe said. */
function partnersOf({ statut }: ObjectifRecord, names: readonly string[]): string {
  return names.length === 0 && statut === 'a_definir' ? 'En cours de définition' : names.join('\n');
}

/** A funder outside the budget manages its own money: it stands in both lists. */
function servicesOf({ programmes, services, autresFinanceurs }: ObjectifRecord): string {
  const own = programmes.map((_, index) => services[index] || NOBODY);
  while (own[own.length - 1] === NOBODY && autresFinanceurs.length === 0) own.pop();
  return [...own, ...autresFinanceurs].join(' ');
}

function targetOf({ indicateur, valeurCible, unite }: IndicateurRecord, labelled: boolean): string {
  const unit = unite === null || unite === 'unité' ? '' : `${NBSP}${unite}`;
  const value = `${formatNumber(valeurCible ?? 0, 6)}${unit}`;
  return labelled ? `${indicateur}${NBSP}: ${value}` : value;
}
