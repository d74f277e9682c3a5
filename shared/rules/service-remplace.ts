/** What the rules of the group "service" share: fixes that rewrite the services of a cell. */
import {
  alignPaires,
  parseBop,
  parseServices,
  renameServices,
  unglue,
  type BopCell,
  type ServiceCell,
  type ServiceItem,
} from '../annexe';
import { vocabularyOf, type FixDraft, type RowView } from '../lint';
import { findService } from '../referential';
import { quote } from '../text';

/** More choices than that are no choice. */
const MOST_CHOICES = 6;

/** How the service should be written; as it is when it is unknown. */
export function nomPropre({ referential }: Pick<RowView, 'referential'>, { nom }: ServiceItem): string {
  return findService(referential, nom)?.attendu ?? nom;
}

/**
 * Fixes that replace services, one for each combination of `choices` (n-th service of the cell → its replacements; null: stays).
 * None when a service has no replacement: the finding would remain. The only choice may be part of the plan, unless `horsPlan`.
 */
export function remplacements(
  service: ServiceCell,
  choices: readonly (readonly string[] | null)[],
  horsPlan = false,
): FixDraft[] {
  const texts = new Map(
    service.items.map(({ nom }, index) => [nom + (choices[index] ?? []).join(), choices[index] ?? null]),
  );
  const open = [...texts.values()].filter((choice) => choice !== null);
  const count = open.reduce((product, choice) => product * choice.length, 1);
  if (open.length === 0 || count === 0 || count > MOST_CHOICES) return [];
  return Array.from({ length: count }, (_, rank) => {
    const names = pick(service, choices, rank);
    const changes = service.items.flatMap(({ ecriture }, index) =>
      choices[index] ? [`${ecriture} par ${names[index] ?? ''}`] : [],
    );
    return {
      label: `Remplacer ${[...new Set(changes)].join(', ')}`,
      safety: 'a-confirmer',
      edits: [{ column: 'service', set: renameServices(service, names) }],
      horsPlan: horsPlan || count > 1,
    };
  });
}

/** Combination number `rank`: equal services with equal choices get the same replacement. */
function pick(service: ServiceCell, choices: readonly (readonly string[] | null)[], rank: number): string[] {
  const picked = new Map<string, string>();
  let left = rank;
  return service.items.map(({ ecriture, nom, bop }, index) => {
    const choice = choices[index] ?? null;
    if (choice === null) return ecriture;
    const key = nom + choice.join();
    const name = picked.get(key) ?? choice[left % choice.length] ?? nom;
    if (!picked.has(key)) left = Math.floor(left / choice.length);
    picked.set(key, name);
    return bop === null ? name : `${name}(${bop})`;
  });
}

/**
 * The fix that writes every service as it should be, numbers taken out of the names and put in the BOP cell. It is safe when,
 * read again, the two cells make the same pairs as before. None when it would unbalance the two lists or add an unknown BOP.
 */
export function ecrireServices(row: RowView<'bop' | 'service'>): FixDraft[] {
  const { bop, service, referential } = row;
  const set = unglue(
    bop,
    service,
    service.items.map((item) => nomPropre(row, item)),
  );
  const bopAfter = parseBop(set.bop);
  const serviceAfter = parseServices(set.service, vocabularyOf(referential, row.millesime));
  const unbalanced = bop.items.length > 0 && bop.items.length !== service.items.length;
  const balanced = bopAfter.items.length === serviceAfter.items.length || unbalanced || set.bop === bop.texte;
  const held = new Set(bop.items.map(({ code }) => code));
  const added = bopAfter.items.filter(({ code }) => !held.has(code));
  if (!balanced || added.some(({ code }) => referential.programme(code) === undefined)) return [];
  const pairsOf = (codes: BopCell, names: ServiceCell): string =>
    alignPaires(codes, names)
      .map((paire) => `${paire.bop ?? ''} ${paire.service === null ? '' : sigleOf(row, paire.service)}`)
      .sort()
      .join();
  const bopEdit = set.bop === bop.texte ? [] : [{ column: 'bop', set: set.bop } as const];
  return [
    {
      label: `Écrire ${[...bopEdit, { set: set.service }].map((edit) => quote(edit.set)).join(' et ')}`,
      safety: pairsOf(bop, service) === pairsOf(bopAfter, serviceAfter) ? 'sure' : 'a-confirmer',
      edits: [...bopEdit, { column: 'service', set: set.service }],
    },
  ];
}

const sigleOf = ({ referential }: Pick<RowView, 'referential'>, nom: string): string =>
  findService(referential, nom)?.service.sigle ?? nom;
