import { textOf, valueAt } from '../sheet/grid';
import { fold, squeeze } from '../text/fold';
import type { Annexe, Section } from './annexe';
import { parseTitre } from './sections';

/** The wording of a section's title, without "Pilier" or "Axe stratégique 3 :". Read from the sheet each time: titles are not kept. */
export function titreOf(annexe: Annexe, section: Section): string {
  if (section.row < 0) return '';
  const text = textOf(valueAt(annexe.grid, section.row, section.column));
  if (annexe.plate) return squeeze(text).replace(/^pilier\s+/i, '');
  return parseTitre(text, annexe.vocabulary, true)?.titre ?? squeeze(text);
}

/**
 * The section of a row of a flat table, where pillar and axis are columns. Equal wordings are the same section wherever they
 * stand; `previous` spares the look-up for rows that follow each other.
 */
export function flatSection(annexe: Annexe, known: Map<string, number>, row: number, previous: number): number {
  const { columns, grid, sections } = annexe;
  const cell = (column: number): string => (column < 0 ? '' : textOf(valueAt(grid, row, column)));
  const before = sections[previous];
  if (before !== undefined && sameCells(annexe, before.row, row)) return previous;
  const pilierText = fold(cell(columns.pilier));
  const axeText = fold(cell(columns.axe));
  const numeroText = cell(columns.axeNumero);
  if (pilierText === '' && axeText === '' && numeroText === '') return -1;
  const signature = `${pilierText}\u0000${numeroText}\u0000${axeText}`;
  const found = known.get(signature);
  if (found !== undefined) return found;
  const parent = pilierSection(annexe, known, row, pilierText);
  const transversal = /^axes? transversa/.test(pilierText) || /^axes? transversa/.test(axeText);
  const titre = parseTitre(cell(columns.axe), annexe.vocabulary, false);
  const numero = /^\d{1,2}$/.test(numeroText.trim()) ? Number(numeroText) : (titre?.numero ?? 0);
  if (axeText === '' && numero === 0 && parent >= 0) return remember(known, signature, parent);
  const column = columns.axe >= 0 ? columns.axe : columns.axeNumero;
  sections.push({
    row,
    column,
    niveau: transversal ? 'transversal' : 'axe',
    numero,
    parent: transversal ? -1 : parent,
  });
  return remember(known, signature, sections.length - 1);
}

function pilierSection(annexe: Annexe, known: Map<string, number>, row: number, pilierText: string): number {
  if (pilierText === '' || /^axes? transversa/.test(pilierText)) return -1;
  const signature = `pilier\u0000${pilierText}`;
  const found = known.get(signature);
  if (found !== undefined) return found;
  annexe.sections.push({ row, column: annexe.columns.pilier, niveau: 'pilier', numero: 0, parent: -1 });
  return remember(known, signature, annexe.sections.length - 1);
}

function remember(known: Map<string, number>, signature: string, index: number): number {
  known.set(signature, index);
  return index;
}

function sameCells(annexe: Annexe, a: number, b: number): boolean {
  const { pilier, axe, axeNumero } = annexe.columns;
  return [pilier, axe, axeNumero].every(
    (column) => column < 0 || valueAt(annexe.grid, a, column) === valueAt(annexe.grid, b, column),
  );
}
