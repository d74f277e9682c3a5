import type { Grid, Scalar } from '../../shared/sheet';
import { anyCell, hugeText, wordOfTheField } from './cells';
import type { Chance } from './chance';
import { someFormulas } from './grids';

type Values = Scalar[][];
type Mutation = (values: Values, chance: Chance) => void;

const rowOf = (values: Values, chance: Chance): Scalar[] => chance.pick(values);

/** A cell of the sheet, as its row and its place. */
function cellOf(values: Values, chance: Chance): readonly [Scalar[], number] {
  const row = rowOf(values, chance);
  return [row, chance.int(Math.max(1, row.length))];
}

/** What agents, pastes and other programs do to a sheet. */
const MUTATIONS: readonly Mutation[] = [
  function swapCells(values, chance) {
    const [row, column] = cellOf(values, chance);
    const [other, place] = cellOf(values, chance);
    [row[column], other[place]] = [other[place] ?? null, row[column] ?? null];
  },
  function replaceCell(values, chance) {
    const [row, column] = cellOf(values, chance);
    row[column] = anyCell(chance);
  },
  function replaceByWord(values, chance) {
    const [row, column] = cellOf(values, chance);
    row[column] = wordOfTheField(chance);
  },
  function addToCell(values, chance) {
    const [row, column] = cellOf(values, chance);
    const text = String(row[column] ?? '');
    const at = chance.int(text.length + 1);
    row[column] =
      `${text.slice(0, at)}${chance.pick([' ', '\u00a0', '\n', ')', '(', ',', '/', 'QP', anyCell(chance) ?? ''])}${text.slice(at)}`;
  },
  function copyDown(values, chance) {
    const [row, column] = cellOf(values, chance);
    rowOf(values, chance)[column] = row[column] ?? null;
  },
  function changeCase(values, chance) {
    const [row, column] = cellOf(values, chance);
    const text = String(row[column] ?? '');
    row[column] = chance.pick([text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')]);
  },
  function duplicateRow(values, chance) {
    values.splice(chance.int(values.length + 1), 0, rowOf(values, chance).slice());
  },
  function deleteRow(values, chance) {
    if (values.length > 1) values.splice(chance.int(values.length), 1);
  },
  function insertRow(values, chance) {
    values.splice(chance.int(values.length + 1), 0, chance.once(2) ? [] : [wordOfTheField(chance)]);
  },
  function moveRow(values, chance) {
    const [row = []] = values.splice(chance.int(values.length), 1);
    values.splice(chance.int(values.length + 1), 0, row);
  },
  function shiftRow(values, chance) {
    const row = rowOf(values, chance);
    if (chance.once(2)) row.shift();
    else row.unshift('');
  },
  function writeNumber(values, chance) {
    const [row, column] = cellOf(values, chance);
    const read = Number(String(row[column] ?? '').replace(',', '.'));
    row[column] = Number.isFinite(read) ? read : chance.int(400);
  },
];

/** Rarer: what touches the whole sheet. */
const UPHEAVALS: readonly Mutation[] = [
  function deleteHeaderCell(values, chance) {
    const header = values.find((row) => row.filter((cell) => cell !== null && cell !== '').length > 6) ?? [];
    header[chance.int(Math.max(1, header.length))] = '';
  },
  function insertColumn(values, chance) {
    const column = chance.int(9);
    for (const row of values) row.splice(column, 0, chance.once(9) ? wordOfTheField(chance) : '');
  },
  function deleteColumn(values, chance) {
    const column = chance.int(9);
    for (const row of values) row.splice(column, 1);
  },
  function swapColumns(values, chance) {
    const [one, other] = [chance.int(8), chance.int(8)];
    for (const row of values) [row[one], row[other]] = [row[other] ?? null, row[one] ?? null];
  },
  function sortRows(values, chance) {
    const from = chance.int(values.length);
    const sorted = values.slice(from).sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    values.splice(from, sorted.length, ...sorted);
  },
  function hugeCell(values, chance) {
    const [row, column] = cellOf(values, chance);
    row[column] = hugeText(chance);
  },
];

/** An annexe as it comes out of a few hands: part of a true one, changed here and there. */
export function mutatedAnnexe(annexe: Grid, chance: Chance): Grid {
  const { values: all } = annexe;
  const from = chance.once(2) ? 0 : chance.int(all.length - 20);
  const kept = chance.once(6) ? all : [...all.slice(0, 7), ...all.slice(from, from + 12 + chance.int(20))];
  const copied = kept.map((row) => row.slice());
  for (let left = 1 + chance.int(12); left > 0; left--) chance.pick(MUTATIONS)(copied, chance);
  if (chance.once(4)) chance.pick(UPHEAVALS)(copied, chance);
  // Whatever was written beyond a row's end left holes.
  const values = copied.map((row) => Array.from(row, (cell: Scalar | undefined) => cell ?? null));
  return chance.once(6) ? { ...annexe, values, formulas: someFormulas(chance, values) } : { ...annexe, values };
}
