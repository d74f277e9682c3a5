import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type Nullable,
  type Workbook,
} from '@univerjs/core';
import {
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  type ISetRangeValuesCommandParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';
import { toExcel } from '../../../shared/formulas';
import { fromFrench } from './frenchFormula';
import { givesShare, SHARE } from './share';

type ByRow = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;

/**
 * Formulas that are typed or pasted the French way, or Google's way (ANNEXE_X), are written as the engine reads them; a cell
 * without a format in which a share is typed shows it as a percentage, as Excel does.
 */
export function understandFrench(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }, options) => {
    if (id === SetRangeValuesCommand.id) showShares(injector, params as ISetRangeValuesCommandParams);
    if (id !== SetRangeValuesMutation.id || options?.fromFormula === true) return;
    const { cellValue } = params as ISetRangeValuesMutationParams;
    for (const byColumn of Object.values(cellValue ?? {})) {
      const cells: Nullable<ICellData>[] = Object.values(byColumn ?? {});
      for (const cell of cells) if (cell?.f) cell.f = read(cell.f);
    }
  });
}

const read = (formula: string): string => toExcel(fromFrench(formula));

/** Before the command, not with the mutation that follows: its undo then takes the look back too. */
function showShares(injector: Injector, { unitId, subUnitId, range, value }: ISetRangeValuesCommandParams): void {
  const typed: ByRow =
    range && isCell(value) ? { [range.startRow]: { [range.startColumn]: value } } : isByRow(value) ? value : {};
  const instances = injector.get(IUniverInstanceService);
  const book =
    unitId === undefined
      ? instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)
      : instances.getUnit<Workbook>(unitId);
  const sheet = subUnitId === undefined ? book?.getActiveSheet() : book?.getSheetBySheetId(subUnitId);
  for (const [row, cells] of Object.entries(typed)) {
    for (const [column, cell] of Object.entries(cells)) {
      const before = sheet?.getCellMatrix().getValue(Number(row), Number(column));
      const pattern = book?.getStyles().getStyleByCell(before)?.n?.pattern;
      if (cell?.f && !cell.s && pattern === undefined && givesShare(read(cell.f))) cell.s = SHARE.s;
    }
  }
}

type Value = ISetRangeValuesCommandParams['value'];
const isCell = (value: Value): value is ICellData =>
  !Array.isArray(value) && ('f' in value || 'v' in value || 'p' in value);
const isByRow = (value: Value): value is ByRow => !Array.isArray(value) && !isCell(value);
