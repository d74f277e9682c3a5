import { cellText, ligneAt, writeBops, type Annexe, type ColumnId, type Ligne } from '../../annexe';
import type { BopSuggestion, Pairing, ServiceSuggestion } from '../../pairing';
import { formulaAt, printRow, sameValue, valueAt, type Edit, type Scalar } from '../../sheet';
import { NBSP, enumerate, plural } from '../../text';
import type { Suggestion } from './views';

/** Suggestions at most, and choices at most in one of them. */
const MOST = 4;
const MOST_CHOICES = 3;

/** What may be added to a row, with its evidence; `silence` says why there is nothing. */
export function suggestionsFor(
  annexe: Annexe,
  pairing: Pairing,
  row: number,
): { list: Suggestion[]; silence: string | null } {
  const ligne = ligneAt(annexe, row);
  const silence = silenceOf(annexe, ligne, row);
  if (silence !== null) return { list: [], silence };
  const bops = ligne.bop.items.map(({ code }) => code);
  const position = ligne.service.items.length;
  const alone = bops[position];
  if (alone !== undefined) return { list: [forService(annexe, pairing, ligne, alone, position)], silence: null };
  const list = pairing
    .suggestLigne(row, MOST)
    .map((suggestion) => forBop(annexe, ligne, suggestion))
    .filter(({ options }) => options.length > 0);
  return { list, silence: list.length === 0 ? 'Rien à suggérer : aucune ligne comparable.' : null };
}

function silenceOf({ columns, grid }: Annexe, { bop, service }: Ligne, row: number): string | null {
  if (columns.bop < 0 || columns.service < 0)
    return `Pas de suggestion${NBSP}: il manque la colonne des BOP ou celle des services.`;
  if (formulaAt(grid, row, columns.bop) !== '' || formulaAt(grid, row, columns.service) !== '') {
    return `Pas de suggestion${NBSP}: ces cellules contiennent une formule, qui n’est jamais remplacée.`;
  }
  if (service.items.length <= bop.items.length) return null;
  const counts = enumerate([plural(bop.items.length, 'BOP', 'BOP'), plural(service.items.length, 'service')]);
  return `Pas de suggestion${NBSP}: ${counts} ne se correspondent pas${NBSP}; corrigez d’abord les deux listes.`;
}

/** The next service that the positional list lacks. */
function forService(annexe: Annexe, pairing: Pairing, ligne: Ligne, bop: string, position: number): Suggestion {
  const bops = ligne.bop.items.map(({ code }) => code);
  const services = bops.map((_, place) => ligne.service.items[place]?.nom ?? null);
  const found = pairing
    .suggestServices(bop, { bops, services, position, excludeRow: ligne.row, section: ligne.section })
    .slice(0, MOST_CHOICES);
  const [first] = found;
  const sure = first?.automatique === true;
  return {
    titre: sure ? `${bop} → ${first.service}` : `${bop} → choisir le service`,
    preuves: evidenceOf(found, sure),
    mince: found.every(({ mince }) => mince),
    options: found.map(({ service }) => ({
      label: service,
      action: `Ajouter le service ${service} pour le BOP ${bop}`,
      edits: edits(annexe, ligne.row, [['service', withService(ligne, service)]]),
    })),
  };
}

function forBop(annexe: Annexe, ligne: Ligne, { bop, intitule, preuves, mince, services }: BopSuggestion): Suggestion {
  const codes = [...ligne.bop.items.map(({ code }) => code), bop];
  const choices = services.slice(0, MOST_CHOICES);
  const sure = choices[0]?.automatique === true;
  const kept = sure ? choices.slice(0, 1) : choices;
  return {
    titre: `${bop}${intitule === undefined ? '' : ` ${intitule}`} → ${sure ? (choices[0]?.service ?? '') : 'choisir le service'}`,
    preuves: [...preuves.slice(0, 2), ...evidenceOf(kept, sure)],
    mince,
    options: kept.map(({ service }) => ({
      label: sure ? 'Ajouter' : service,
      action: `Ajouter ${bop} et ${service}`,
      edits: edits(annexe, ligne.row, [
        ['bop', writeBops(ligne.bop, codes)],
        ['service', withService(ligne, service)],
      ]),
    })),
  };
}

/** The best evidence of each choice, or all that speaks for the only one. */
function evidenceOf(found: readonly ServiceSuggestion[], sure: boolean): string[] {
  const all = sure ? (found[0]?.preuves ?? []).slice(0, 2) : found.flatMap(({ preuves }) => preuves.slice(0, 1));
  return [...new Set(all)];
}

function withService({ service }: Ligne, name: string): string {
  if (service.items.length === 0) return name;
  const separator = /\S(\s*[,;]\s*)\S/.exec(service.texte)?.[1] ?? service.separateur;
  return `${service.texte.trimEnd()}${separator}${name}`;
}

function edits(annexe: Annexe, row: number, cells: readonly (readonly [ColumnId, Scalar])[]): Edit[] {
  const { grid, columns } = annexe;
  return cells.flatMap(([column, set]) => {
    const place = columns[column];
    const expect = valueAt(grid, row, place);
    const at = { sheet: grid.origin.sheet, row: grid.origin.row + row, column: grid.origin.column + place };
    const change = { at, expect, set, row: printRow(grid, row) };
    return sameValue(expect, set) || cellText(annexe, row, column) === set ? [] : [change];
  });
}
