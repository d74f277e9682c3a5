import { planDashboard, toGoogle, type Box } from '../../shared/formulas';
import { evaluateFormula } from '../../shared/formulas/evaluate';
import { seedGrid } from '../coverage/seed';
import { context } from './context';

const ask = {
  grid: seedGrid('txt'),
  evaluate: (name: string, args: Parameters<typeof evaluateFormula>[1]) => evaluateFormula(name, args, context),
};
const plan = planDashboard(ask);
const formulas = plan.cells.flatMap((cell) => ('formula' in cell ? [cell] : []));

/** The name and the words of "=ANNEXE.X(range,"word")". */
const parsed = (formula: string): RegExpExecArray | null => /^=ANNEXE\.([A-Z]+)\(([^,]*),"([a-z]+)"\)$/.exec(formula);
const cellsOf = ({ top, left, bottom, right }: Box): string[] =>
  Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => {
    const width = right - left + 1;
    return `${top + Math.floor(index / width)}:${left + (index % width)}`;
  });

/** What every cell shows once the formulas are computed and spilled; a cell that is written twice is named. */
function computed(): { shown: Map<string, unknown>; twice: string[] } {
  const shown = new Map<string, unknown>();
  const twice: string[] = [];
  const put = (row: number, column: number, value: unknown): void => {
    const key = `${row}:${column}`;
    if (shown.has(key)) twice.push(key);
    shown.set(key, value);
  };
  for (const cell of plan.cells) {
    if ('text' in cell) put(cell.row, cell.column, cell.text);
    else {
      const [, name = '', , word = ''] = parsed(cell.formula) ?? [];
      const result = evaluateFormula(name, [null, word], context);
      const value = result.ok ? result.value : result.message;
      if (Array.isArray(value))
        value.forEach((line, r) => line.forEach((one, c) => put(cell.row + r, cell.column + c, one)));
      else put(cell.row, cell.column, value);
    }
  }
  return { shown, twice };
}

it('writes our own formulas alone, and each gives a result', () => {
  expect(formulas.length).toBe(11);
  for (const { formula } of formulas) {
    const [, name = '', , word = ''] = parsed(formula) ?? [];
    expect({ formula, ok: evaluateFormula(name, [null, word], context).ok }).toEqual({ formula, ok: true });
  }
});

it('puts nothing in the way of a table', () => {
  expect(computed().twice).toEqual([]);
});

it('draws shares beside their names, without the total', () => {
  const { shown } = computed();
  const drawn = plan.charts.map(({ categories, values }) =>
    cellsOf(categories).map((key, index) => [shown.get(key), shown.get(cellsOf(values)[index] ?? '')]),
  );
  expect(drawn.map((bars) => bars.length)).toEqual([6, 5, drawn[2]?.length]);
  expect(drawn[1]?.[0]).toEqual(['PDEE', 0.5]);
  for (const [name, share] of drawn.flat()) {
    expect(name).not.toBe('Total');
    expect(typeof name).toBe('string');
    expect(typeof share === 'number' && share >= 0 && share <= 1).toBe(true);
  }
});

it('shows every share as a percentage', () => {
  const parts = new Set(plan.looks.filter(({ look }) => look === 'part').flatMap(({ box }) => cellsOf(box)));
  const { shown } = computed();
  for (const chart of plan.charts) for (const key of cellsOf(chart.values)) expect(parts.has(key)).toBe(true);
  for (const key of parts) expect(['number', 'undefined']).toContain(typeof shown.get(key));
});

it('lays no chart over a cell or another chart, and says what each shows', () => {
  const places = plan.charts.flatMap(({ place }) => cellsOf(place));
  expect(new Set(places).size).toBe(places.length);
  expect(places.filter((key) => computed().shown.has(key))).toEqual([]);
  for (const { title, description } of plan.charts) expect(description).toContain(title);
});

it('is written for a range where a formula without one would not follow', () => {
  const ranged = planDashboard({ ...ask, plage: 'Annexe!A:H' }).cells.flatMap((cell) =>
    'formula' in cell ? [cell.formula] : [],
  );
  expect(ranged[0]).toBe('=ANNEXE.COUVERTURE(Annexe!A:H,"indicateur")');
  expect(toGoogle(ranged[0] ?? '')).toBe('=ANNEXE_COUVERTURE(Annexe!A:H,"indicateur")');
});
