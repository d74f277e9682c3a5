import type { WorkbookTexts } from '../../../shared/exchange';
import { openBytes, type OpenedFile } from './opened';
import { saveBytes, type SavePlan, type SheetNow } from './save';

/** What is asked of the thread that reads and writes files. */
export type FileTask =
  | { readonly kind: 'ouvrir'; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'ecrire';
      readonly opened: OpenedFile;
      readonly now: readonly SheetNow[];
      readonly plan: SavePlan;
      readonly textes: WorkbookTexts;
    };

/** The thread of the files: a workbook of a hundred thousand rows takes seconds to read. */
self.addEventListener('message', ({ data }: MessageEvent<FileTask>) => {
  try {
    const progress = (avancement: number): void => self.postMessage({ avancement });
    const result =
      data.kind === 'ouvrir'
        ? openBytes(data.name, data.bytes, progress)
        : saveBytes(data.opened, data.now, data.plan, data.textes);
    self.postMessage({ result });
  } catch (error) {
    self.postMessage({ panne: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
