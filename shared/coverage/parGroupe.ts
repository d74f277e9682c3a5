import { eachObjectif, finOf, type Annexe } from '../annexe';
import { anneeOf, type Millesime, type Referential } from '../referential';
import { absenceOf, testOf, type Champ, type Test } from './champ';
import { mesureOf, type Mesure } from './couverture';
import { impossible, type Impossible } from './filtre';
import { createNamer, type Groupe } from './groupe';
import { bopGroupe, createMembership, serviceGroupe } from './membership';
import { isCovered, tally } from './tally';

export const GROUPEMENTS = ['pilier', 'axe', 'bop', 'service'] as const;
export type Groupement = (typeof GROUPEMENTS)[number];

export interface GroupeMesure extends Groupe, Mesure {}

/** Coverage by group, in the order of the sheet; the measure itself is the total, of objectives counted once. */
export interface CouvertureParGroupe extends Mesure {
  readonly champ: Champ;
  readonly par: Groupement;
  readonly groupes: readonly GroupeMesure[];
}

export interface GroupeOptions {
  readonly champ?: Champ | undefined;
  /** "pilier" unless told. By BOP or by service, an objective counts in each of its own: the total is not the sum. */
  readonly par?: Groupement | undefined;
  readonly millesime?: Millesime | undefined;
}

interface Count {
  couverts: number;
  objectifs: number;
}

interface Groups {
  readonly list: Groupe[];
  slotOf(groupe: Groupe): number;
}

export function couvertureParGroupe(
  annexe: Annexe,
  referential: Referential,
  { champ = 'indicateur', par = 'pilier', millesime = 2015 }: GroupeOptions = {},
): CouvertureParGroupe | Impossible {
  const absence = absenceOf(annexe, champ) ?? (par === 'bop' || par === 'service' ? absenceOf(annexe, par) : null);
  if (absence !== null) return impossible('colonne-absente', absence);
  const test = testOf(annexe, champ);
  const counted =
    par === 'pilier' || par === 'axe'
      ? bySection(annexe, referential, test, par, millesime)
      : byList(annexe, referential, test, par, millesime);
  return { champ, par, ...counted };
}

type Counted = Mesure & { readonly groupes: readonly GroupeMesure[] };

function bySection(
  annexe: Annexe,
  referential: Referential,
  test: Test,
  par: 'pilier' | 'axe',
  millesime: Millesime,
): Counted {
  const namer = createNamer(annexe, referential, millesime);
  const groups = createGroups();
  const { couverts, objectifs } = tally(annexe, test, (section, row) => groups.slotOf(namer[par](section, row)));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + (count ?? 0), 0);
  const groupes = groups.list.map((groupe, slot) => ({
    ...groupe,
    ...mesureOf(couverts[slot] ?? 0, objectifs[slot] ?? 0),
  }));
  return { ...mesureOf(sum(couverts), sum(objectifs)), groupes };
}

function byList(
  annexe: Annexe,
  referential: Referential,
  test: Test,
  par: 'bop' | 'service',
  millesime: Millesime,
): Counted {
  const membership = createMembership(annexe, referential);
  const groups = new Map<string, Count>();
  const total: Count = { couverts: 0, objectifs: 0 };
  const none: Count = { couverts: 0, objectifs: 0 };
  eachObjectif(annexe, (tete) => {
    const covered = isCovered(annexe, test, tete, finOf(annexe, tete)) ? 1 : 0;
    const names = par === 'bop' ? membership.bops(tete) : membership.services(tete);
    const counts = [...names].map((name) => entry(groups, name));
    for (const count of [total, ...(names.size === 0 ? [none] : counts)]) {
      count.objectifs++;
      count.couverts += covered;
    }
  });
  const name = (key: string): Groupe =>
    par === 'bop' ? bopGroupe(referential, key, anneeOf(millesime)) : serviceGroupe(referential, key);
  const groupes = [...groups].map(([key, count]) => ({ ...name(key), ...mesureOf(count.couverts, count.objectifs) }));
  if (none.objectifs > 0) groupes.push({ ...WITHOUT[par], ...mesureOf(none.couverts, none.objectifs) });
  return { ...mesureOf(total.couverts, total.objectifs), groupes };
}

/** The last group, so that no objective is left out of the table. */
const WITHOUT: Readonly<Record<'bop' | 'service', Groupe>> = {
  bop: { groupe: 'Sans BOP', libelle: 'Objectifs sans BOP' },
  service: { groupe: 'Sans service', libelle: 'Objectifs sans service' },
};

function entry(groups: Map<string, Count>, name: string): Count {
  const known = groups.get(name) ?? { couverts: 0, objectifs: 0 };
  groups.set(name, known);
  return known;
}

function createGroups(): Groups {
  const slots = new Map<string, number>();
  const list: Groupe[] = [];
  const slotOf = (groupe: Groupe): number => {
    const known = slots.get(groupe.groupe) ?? list.length;
    if (known === list.length) list.push(groupe);
    slots.set(groupe.groupe, known);
    return known;
  };
  return { list, slotOf };
}
