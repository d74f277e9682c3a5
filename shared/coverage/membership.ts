import { cellText, Fact, finOf, Kind, parseBop, parseServices, type Annexe } from '../annexe';
import { findService, intituleAt, type Referential } from '../referential';
import { squeeze } from '../text/fold';
import type { Groupe } from './groupe';

/** The BOPs and the services of an objective: those of its row and of its continuation rows, each once. */
export interface Membership {
  bops(tete: number): ReadonlySet<string>;
  services(tete: number): ReadonlySet<string>;
}

interface Names {
  readonly bops: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

/** Services are known by their sigle in the referential; an unknown one by what the cell says. */
export function createMembership(annexe: Annexe, referential: Referential): Membership {
  const { kinds, facts } = annexe;
  const remembered = new Map<string, Map<string, Names>>();

  function namesAt(row: number): Names {
    const filled = facts[row] ?? 0;
    const bopText = filled & Fact.bop ? cellText(annexe, row, 'bop') : '';
    const serviceText = filled & Fact.service ? cellText(annexe, row, 'service') : '';
    const withBop = remembered.get(bopText) ?? new Map<string, Names>();
    if (withBop.size === 0) remembered.set(bopText, withBop);
    const known = withBop.get(serviceText);
    if (known !== undefined) return known;
    const names = namesOf(annexe, referential, bopText, serviceText);
    withBop.set(serviceText, names);
    return names;
  }

  function collect(tete: number, side: keyof Names): ReadonlySet<string> {
    const own = namesAt(tete)[side];
    if (kinds[tete + 1] === Kind.objectif) return own;
    const fin = finOf(annexe, tete);
    if (fin === tete + 1) return own;
    const all = new Set(own);
    for (let row = tete + 1; row < fin; row++) {
      if (kinds[row] === Kind.suite) for (const name of namesAt(row)[side]) all.add(name);
    }
    return all;
  }

  return { bops: (tete) => collect(tete, 'bops'), services: (tete) => collect(tete, 'services') };
}

/** "Gendarmerie(152)" names the BOP 152 too. */
function namesOf(annexe: Annexe, referential: Referential, bopText: string, serviceText: string): Names {
  const items = serviceText === '' ? [] : parseServices(serviceText, annexe.vocabulary).items;
  const codes = parseBop(bopText).items.map((item) => referential.programme(item.code)?.code ?? item.code);
  const glued = items.flatMap((item) => (item.bop === null ? [] : [item.bop]));
  return {
    bops: new Set([...codes, ...glued]),
    services: new Set(items.map((item) => sigleOf(referential, item.nom))),
  };
}

/** The sigle of the service that a text names, or the text itself. */
export function sigleOf(referential: Referential, text: string): string {
  return findService(referential, text)?.service.sigle ?? squeeze(text);
}

export function bopGroupe(referential: Referential, code: string, annee: number): Groupe {
  const programme = referential.programme(code);
  const title = programme === undefined ? undefined : intituleAt(programme, annee);
  return { groupe: code, libelle: title ?? `BOP ${code}` };
}

export function serviceGroupe(referential: Referential, sigle: string): Groupe {
  return { groupe: sigle, libelle: referential.service(sigle)?.nom ?? sigle };
}
