import { type Grid, type SheetHost } from '../../shared/sheet';
import { PART_ROWS, type SheetPart } from '../rpc';
import type { Server } from './client';

/** The spreadsheet of Google, as the pane knows it: every verb is a question to the server. */
export function createGoogleHost(server: Server): SheetHost {
  async function read(sheet: string | null): Promise<Grid> {
    const first = await server('read', { sheet, part: 0 });
    const parts: SheetPart[] = [first];
    for (let part = 1; part * PART_ROWS < first.rows; part++)
      parts.push(await server('read', { sheet: first.sheet, part }));
    return gridOf(parts);
  }

  return {
    read: ({ sheet = null }) => read(sheet),
    apply: (edits) => server('apply', { edits }),
    async reveal(at) {
      await server('reveal', { at });
    },
    watch: () => () => undefined,
    sheets: () => server('sheets', null),
  };
}

function gridOf(parts: readonly SheetPart[]): Grid {
  const [first] = parts;
  return {
    origin: { sheet: first?.sheet ?? '', row: 0, column: 0 },
    values: parts.flatMap(({ values }) => values),
    formulas: new Map(
      parts.flatMap(({ formulas }, part) => formulas.map(([row, cells]) => [part * PART_ROWS + row, cells] as const)),
    ),
    merges: first?.merges ?? [],
  };
}
