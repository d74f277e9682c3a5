import type { Scalar } from '../../shared/sheet/grid';
import { writeWorkbook } from '../../shared/exchange/xlsx';
import type { RowStyle, SheetToWrite } from '../../shared/exchange/xlsx';

/** Réf, objectif, BOP, service, collectivité, signataire, indicateur, cible: characters that show most cells in a few lines. */
const WIDTHS = [16, 48, 12, 16, 18, 18, 48, 22];
const BOP = 2;
const SERVICE = 3;

/**
 * The seed as an agent keeps it in Excel, made from the text of its PDF: the same cells at the same places, section titles
 * merged over the table, one BOP or service per line in its cell. Only the dashes that underline a row are left out,
 * and the blank lines before the title.
 */
export function makeSeedWorkbook(text: string): Uint8Array {
  const made = writeWorkbook([annexeSheet(text), readMeSheet()], 'Annexe 7 du contrat de ville de Lézignan-Corbières');
  if (made instanceof Uint8Array) return made;
  throw new Error(made.message);
}

function annexeSheet(text: string): SheetToWrite {
  const lines = text.split('\n').filter((line) => !/^-{3}/.test(line));
  const first = lines.findIndex((line) => line.trim() !== '');
  const rows = lines.slice(first).map((line) => cellsOf(line));
  const header = rows.findIndex(isHeader);
  const styles = new Map<number, RowStyle>(rows.map((row, index) => [index, styleOf(row, index)]));
  const titled = rows.flatMap((row, index) => {
    const style = styles.get(index);
    const left = row.findIndex((cell) => cell !== null && !/^Réf$/.test(String(cell)));
    return style === 'title' || style === 'section'
      ? [{ top: index, left, bottom: index, right: WIDTHS.length - 1 }]
      : [];
  });
  return {
    name: 'Annexe 7',
    rows,
    styles,
    widths: WIDTHS,
    merges: titled,
    frozenRows: header + 1,
    repeatedRow: header,
  };
}

function cellsOf(line: string): Scalar[] {
  const cells = line.split('\t').map((cell) => (cell === '' ? null : cell));
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  if (isHeader(cells)) return cells;
  return cells.map((cell, column) => (column === BOP || column === SERVICE ? stacked(cell) : cell));
}

/** One item a line: "102 304" → two lines; "BOP 102" is one item. */
function stacked(cell: string | null): string | null {
  return cell === null ? null : cell.replace(/(?<!BOP) /g, '\n');
}

function isHeader(row: readonly Scalar[]): boolean {
  return row[1] === 'Objectif opérationnel';
}

function styleOf(row: readonly Scalar[], index: number): RowStyle {
  if (index === 0) return 'title';
  if (isHeader(row)) return 'header';
  return row.slice(0, 2).some((cell) => /^(Pilier|Axe) /.test(String(cell))) ? 'section' : 'plain';
}

function readMeSheet(): SheetToWrite {
  const lines = [
    'Annexe 7 du contrat de ville de Lézignan-Corbières (2015), recopiée cellule par cellule du texte de son PDF, coquilles comprises.',
    'Les BOP et les services sont un par ligne dans leur cellule : le n-ième service gère le n-ième BOP.',
  ];
  return { name: 'Lisez-moi', rows: lines.map((line) => [line]), widths: [110] };
}
