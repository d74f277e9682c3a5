import { Kind, cellText, ligneAt, teteOf, type Annexe, type ColumnId } from '../../annexe';
import type { Pairing } from '../../pairing';
import { anneeOf, intituleAt } from '../../referential';
import type { CellRef } from '../../sheet';
import { squeeze } from '../../text';
import { sectionTitre } from './entries';
import { placeOf, tellFinding, type Telling } from './findings';
import { suggestionsFor } from './suggestions';
import type { RowCard } from './views';

/** The card of the row of the sheet; null when no objective stands there. */
export function rowCard(
  { session, rules, acceptances }: Telling,
  pairing: () => Pairing,
  sheetRow: number,
): RowCard | null {
  const annexe = session.annexe();
  const row = sheetRow - annexe.grid.origin.row;
  if (!isData(annexe, row)) return null;
  const { referential, millesime } = session;
  const ligne = ligneAt(annexe, row);
  const tete = ligne.tete < 0 ? row : ligne.tete;
  const text = (column: ColumnId): string => squeeze(cellText(annexe, row, column));
  const { list, silence } = suggestionsFor(annexe, pairing(), row);
  const programme = (bop: string | null) => (bop === null ? undefined : referential.programme(bop));
  const title = (bop: string | null): string => {
    const known = programme(bop);
    return known === undefined ? '' : (intituleAt(known, anneeOf(millesime)) ?? '');
  };
  return {
    ...placeOf(cellOf(annexe, row)),
    numero: sheetRow + 1,
    ref: squeeze(cellText(annexe, tete, 'ref')),
    objectif: squeeze(cellText(annexe, tete, 'objectif')),
    section: sectionTitre(annexe, annexe.sectionOf[row] ?? -1),
    paires: ligne.paires.map(({ bop, service }) => ({ bop, service, intitule: title(bop) })),
    indicateur: text('indicateur'),
    indicateurReel: ligne.indicateur.etat === 'reel',
    cible: text('cible'),
    collectivite: text('collectivite'),
    signataire: text('signataire'),
    findings: session.diagnosticsOf(row).map((found) => tellFinding(annexe, found, rules, acceptances)),
    suggestions: list,
    silence,
    ...neighbours(annexe, row),
  };
}

const isData = ({ kinds }: Annexe, row: number): boolean => kinds[row] === Kind.objectif || kinds[row] === Kind.suite;

function cellOf({ grid, columns }: Annexe, row: number): CellRef {
  const { sheet, row: top, column } = grid.origin;
  return { sheet, row: top + row, column: column + Math.max(0, columns.ref) };
}

function neighbours(annexe: Annexe, row: number): Pick<RowCard, 'precedente' | 'suivante' | 'rang' | 'sur'> {
  const { kinds } = annexe;
  const step = (by: 1 | -1): CellRef | null => {
    for (let next = row + by; next >= 0 && next < kinds.length; next += by)
      if (isData(annexe, next)) return cellOf(annexe, next);
    return null;
  };
  let rang = 0;
  let sur = 0;
  const tete = teteOf(annexe, row);
  for (let other = 0; other < kinds.length; other++) {
    if (kinds[other] !== Kind.objectif) continue;
    sur++;
    if (other <= tete) rang++;
  }
  return { precedente: step(-1), suivante: step(1), rang, sur };
}
