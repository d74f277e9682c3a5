import { createMemoryHost, gridOf, insertLine, type Grid, type Scalar } from '../../shared/sheet';
import { hostContract } from './hostContract';

const moved = (grid: Grid, values: readonly (readonly Scalar[])[]): Grid => ({ ...grid, values });

hostContract('memory', async (values) => {
  const host = createMemoryHost([gridOf(values)]);
  return {
    host,
    set: async (row, column, value) =>
      host.change((grid) => {
        const rows = grid.values.map((cells) => cells.slice());
        while (rows.length <= row) rows.push([]);
        const cells = rows[row] ?? [];
        while (cells.length <= column) cells.push('');
        cells[column] = value;
        return moved(grid, rows);
      }),
    setFormula: async (row, column, formula) =>
      host.change((grid) => {
        const cells = Array.from({ length: column + 1 }, (_, place) => (place === column ? formula : ''));
        return { ...grid, formulas: new Map([...(grid.formulas ?? []), [row, cells]]) };
      }),
    insertRow: async (before) => host.change((grid) => insertLine(grid, before)),
    deleteRow: async (row) =>
      host.change((grid) =>
        moved(
          grid,
          grid.values.filter((_, place) => place !== row),
        ),
      ),
    hideRow: async (row) => host.hide(row),
    swapRows: async (a, b) =>
      host.change((grid) =>
        moved(
          grid,
          grid.values.map(
            (cells, place) => (place === a ? grid.values[b] : place === b ? grid.values[a] : cells) ?? cells,
          ),
        ),
      ),
  };
});
