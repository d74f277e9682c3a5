import type { SheetHost } from '../../shared/sheet';

export function createExcelHost(): SheetHost {
  return {
    read: async () => ({ origin: { sheet: '', row: 0, column: 0 }, values: [] }),
    apply: async () => ({ applied: [], refused: [] }),
    reveal: async () => undefined,
    watch: () => () => undefined,
  };
}
