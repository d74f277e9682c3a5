import type { ICellData, ICommandInfo, Nullable } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/preset-sheets-core';

/** What a mutation did to a sheet, as far as its contents go. */
export interface Change {
  readonly sheetId: string;
  /** Rows whose contents changed; null when rows or columns moved, or the sheet came or went. */
  readonly rows: readonly number[] | null;
}

/** Mutations of the look and of the view: contents stay where they are. */
const ONLY_LOOK =
  /^sheet\.mutation\.(set-worksheet-(row|col)|set-(row|col)-(data|visible|hidden)|set-worksheet-(config|default|right|range)|set-frozen|toggle-gridlines|set-gridlines|set-tab-color|set-worksheet-order|.*(theme|protection|permission|numfmt))/;

/** The change that a mutation makes; null when it is none of a sheet's contents. */
export function changeOf({ id, params }: Readonly<ICommandInfo>): Change | null {
  if (id === SetRangeValuesMutation.id) {
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const rows = cellValue === undefined ? null : rowsWithContent(cellValue);
    return rows?.length === 0 ? null : { sheetId: subUnitId, rows };
  }
  if (!id.startsWith('sheet.mutation.') || ONLY_LOOK.test(id)) return null;
  const sheetId = idIn(params);
  return sheetId === null ? null : { sheetId, rows: null };
}

/** Cells that only take a style are no change of contents. */
function rowsWithContent(changed: NonNullable<ISetRangeValuesMutationParams['cellValue']>): number[] {
  const rows: number[] = [];
  for (const [row, byColumn] of Object.entries(changed)) {
    const cells: Nullable<ICellData>[] = Object.values(byColumn ?? {});
    const hasContent = cells.some((cell) => !cell || 'v' in cell || 'f' in cell || 'p' in cell || 'si' in cell);
    if (hasContent) rows.push(Number(row));
  }
  return rows;
}

function idIn(params: object | undefined): string | null {
  if (params === undefined) return null;
  if ('subUnitId' in params && typeof params.subUnitId === 'string') return params.subUnitId;
  return 'sheetId' in params && typeof params.sheetId === 'string' ? params.sheetId : '';
}
