import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { Keep, KeptWork } from './keep';
import { cutPiece, piecesIn, ROWS_PER_PIECE, type SheetInPieces } from './pieces';

/** What is kept of a workbook besides its sheets. */
export interface WorkNow {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly textes: ReadonlyMap<string, string>;
  /** The workbook's own objects, as they stand. */
  readonly data: IWorkbookData;
}

/** Keeps what changed of a workbook, a few hundred rows at a time. */
export interface SlicedKeep {
  /** Another workbook is shown: the one that its file gives, or `work`, which was kept. */
  begin(data: IWorkbookData, work?: KeptWork): void;
  /** Rows of a sheet changed; null when they may have moved. */
  touch(sheetId: string, rows: readonly number[] | null): void;
  /** What was kept is kept no more, and would have to be kept anew. */
  forget(): void;
  /** Answers whether all is kept; not so when something changed meanwhile. */
  put(now: WorkNow): Promise<boolean>;
}

/** Lets the page paint and take keys between two pieces. */
export type Breathe = () => Promise<void>;

type KeptSheet = Pick<SheetInPieces, 'entiere' | 'pieces'>;
type Places = Set<number> | 'toutes';

export function createSlicedKeep(keep: Pick<Keep, 'savePart' | 'save' | 'dropParts'>, breathe: Breathe): SlicedKeep {
  /** Sheets that the file has; what is kept of each; what changed since. */
  let given = new Set<string>();
  let kept = new Map<string, KeptSheet>();
  let changed = new Map<string, Places>();
  let fichier: string | null = null;
  /** Counts changes; and what makes all that was kept worthless. */
  let changes = 0;
  let turns = 0;

  function note(sheetId: string, places: Iterable<number> | 'toutes'): void {
    const before = changed.get(sheetId) ?? new Set<number>();
    if (places === 'toutes' || before === 'toutes') changed.set(sheetId, 'toutes');
    else changed.set(sheetId, new Set([...before, ...places]));
  }

  /** A sheet that is neither of the file nor kept yet is new, or has come back. */
  const placesOf = (id: string): Places =>
    given.has(id) || kept.has(id) ? (changed.get(id) ?? new Set<number>()) : 'toutes';

  function planOf(id: string, rowCount: number): { readonly sheet: KeptSheet; readonly places: Iterable<number> } {
    const places = placesOf(id);
    if (places !== 'toutes') return { sheet: kept.get(id) ?? { entiere: false, pieces: new Map() }, places };
    const all = Array.from({ length: piecesIn(rowCount) }, (_, place) => place);
    return { sheet: { entiere: true, pieces: new Map() }, places: all };
  }

  /** The sheets as they are to be kept, their changed rows written; null when something changed meanwhile. */
  async function write(data: IWorkbookData): Promise<Map<string, KeptSheet> | null> {
    const start = changes;
    const written: string[] = [];
    const sheets = new Map<string, KeptSheet>();
    for (const id of data.sheetOrder) {
      const { sheet, places } = planOf(id, data.sheets[id]?.rowCount ?? 0);
      const pieces = new Map(sheet.pieces);
      for (const place of places) {
        const key = await keep.savePart(cutPiece(rowsOf(data.sheets[id]), place));
        pieces.set(place, key);
        written.push(key);
        await breathe();
        if (changes === start) continue;
        await keep.dropParts(written);
        return null;
      }
      sheets.set(id, { ...sheet, pieces });
    }
    return sheets;
  }

  async function put({ name, bytes, textes, data }: WorkNow): Promise<boolean> {
    const turn = turns;
    const file = fichier ?? (await keep.savePart(bytes));
    if (turn !== turns) return false;
    fichier = file;
    const sheets = await write(data);
    if (sheets === null) return false;
    const start = changes;
    const { sheets: own, ...classeur } = data;
    const feuilles = [...sheets].map(([id, sheet]) => ({ id, config: withoutRows(own[id]), ...sheet }));
    await keep.save({ name, fichier: file, textes, classeur, feuilles, quand: new Date().toISOString() });
    if (turn !== turns) return false;
    given = new Set([...given].filter((id) => sheets.has(id)));
    kept = sheets;
    if (changes === start) changed = new Map();
    return changes === start;
  }

  return {
    begin(data, work) {
      given = new Set(data.sheetOrder);
      kept = new Map(work?.feuilles.map(({ id, entiere, pieces }) => [id, { entiere, pieces }]));
      changed = new Map();
      fichier = work?.fichier ?? null;
      changes++;
      turns++;
    },
    touch(sheetId, rows) {
      changes++;
      note(sheetId, rows === null ? 'toutes' : rows.map((row) => Math.floor(row / ROWS_PER_PIECE)));
    },
    forget() {
      for (const [id, { entiere, pieces }] of kept) note(id, entiere ? 'toutes' : pieces.keys());
      kept = new Map();
      fichier = null;
      changes++;
      turns++;
    },
    put,
  };
}

const rowsOf = (sheet: Partial<IWorksheetData> | undefined): Pick<IWorksheetData, 'cellData' | 'rowData'> => ({
  cellData: sheet?.cellData ?? {},
  rowData: sheet?.rowData ?? {},
});

function withoutRows(sheet: Partial<IWorksheetData> | undefined): Partial<IWorksheetData> {
  const config = { ...sheet };
  delete config.cellData;
  delete config.rowData;
  return config;
}
