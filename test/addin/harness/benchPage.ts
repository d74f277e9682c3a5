import { createExcelHost, whenReady } from '../../../addin/excel';
import type { Reading, SheetHost } from '../../../shared/sheet';

/** The add-in's host alone, without the pane, for a test to speak to. */
export interface AddinBench {
  host(): SheetHost;
  /** Another host, that remembers nothing. */
  renew(): void;
  /** Reads the active sheet and says what it cost; stops after `most` tellings of progress. */
  readLong(most: number): Promise<{ rows: number; told: readonly (readonly [number, number])[]; error: string }>;
}

let host: SheetHost | null = null;

const bench: AddinBench = {
  host: () => (host ??= createExcelHost()),
  renew: () => void (host = null),
  async readLong(most) {
    const told: [number, number][] = [];
    const reading: Reading = {
      rows: (done, total) => void told.push([done, total]),
      stopped: () => told.length >= most,
    };
    try {
      const { values } = await bench.host().read({}, reading);
      return { rows: values.length, told, error: '' };
    } catch (error) {
      return { rows: 0, told, error: error instanceof Error ? error.name : String(error) };
    }
  },
};

void whenReady().then(() => Object.assign(window, { bench }));
