import { ENTRIES } from '../../appsscript/server/entries';
import { createServer } from '../../appsscript/sidebar/client';
import { createGoogleHost } from '../../appsscript/sidebar/host';
import { hostContract } from '../contract/hostContract';
import { builtProject } from './built';
import { colleagueOf } from './fakes/colleague';
import { documentOf, sheetOf } from './fakes/document';
import { createWire, type Wire } from './wire/run';

/** What the sidebar calls, over the wire: one text there, one text back. */
export const callOver =
  ({ run }: Wire) =>
  (request: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const door = run.withSuccessHandler(resolve).withFailureHandler(reject)['annexeRpc'] as (text: string) => void;
      door(request);
    });

hostContract('Google Sheets, the built server over the wire', async (values) => {
  const document = documentOf(sheetOf(values));
  const wire = createWire({ project: builtProject(document), names: ENTRIES.map(({ name }) => name) });
  const host = createGoogleHost(createServer(callOver(wire)), {
    pace: { steps: [{ until: Infinity, every: 5 }], most: 50 },
  });
  const colleague = colleagueOf(document);
  return {
    host,
    set: async (row, column, value) => colleague.set(row, column, value),
    setFormula: async (row, column, formula) => colleague.setFormula(row, column, formula),
    insertRow: async (before) => colleague.insertRow(before),
    deleteRow: async (row) => colleague.deleteRow(row),
    swapRows: async (a, b) => colleague.swapRows(a, b),
    close: async () => host.poller.stop(),
  };
});
