import { ENTRIES } from '../../appsscript/server/entries';
import { createServer } from '../../appsscript/sidebar/client';
import { createGoogleHost } from '../../appsscript/sidebar/host';
import { hostContract } from '../contract/hostContract';
import { builtProject } from './built';
import { colleagueOf } from './fakes/colleague';
import { documentOf, sheetOf } from './fakes/document';
import { callOver } from './wire/call';
import { createWire } from './wire/run';

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
    hideRow: async (row) => void document.sheets[0]?.hiddenRows.set(row, 'user'),
    swapRows: async (a, b) => colleague.swapRows(a, b),
    close: async () => host.poller.stop(),
  };
});
