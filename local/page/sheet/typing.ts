import { ICommandService, type ICellData, type Injector, type Nullable } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/preset-sheets-core';
import { toExcel } from '../../../shared/formulas';
import { fromFrench } from './frenchFormula';

/** Formulas that are typed or pasted the French way, or Google's way (ANNEXE_X), are written as the engine reads them. */
export function understandFrench(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || options?.fromFormula === true) return;
    const { cellValue } = params as ISetRangeValuesMutationParams;
    for (const byColumn of Object.values(cellValue ?? {})) {
      const cells: Nullable<ICellData>[] = Object.values(byColumn ?? {});
      for (const cell of cells) if (cell?.f) cell.f = toExcel(fromFrench(cell.f));
    }
  });
}
