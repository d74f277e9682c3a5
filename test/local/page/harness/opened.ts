import type { OpenedFile } from '../../../../local/page/file/opened';
import { gridOf, type Grid, type Scalar } from '../../../../shared/sheet';

/** A workbook of these sheets, as if it had just been opened. */
export function openedOf(values: readonly (readonly Scalar[])[], more: readonly Grid[] = []): OpenedFile {
  const sheets = [gridOf(values), ...more].map((grid) => ({
    grid,
    visible: true,
    protege: false,
    hiddenRows: [],
    hiddenColumns: [],
    etendues: [],
  }));
  const textes = new Map<string, string>();
  return { kind: 'opened', name: 'essai.xlsx', format: 'xlsx', bytes: new Uint8Array(), sheets, textes, remarques: [] };
}
