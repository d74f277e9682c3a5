import '@univerjs/preset-sheets-core/lib/index.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { openKeep } from './file/keep';
import { Page } from './frame/Page';
import { createWork } from './frame/work';
import { createCalls } from './sheet/calls';
import { followEdits } from './sheet/follow';
import { createPageHost } from './sheet/host';
import { bringKeyboardBack, focusCells } from './sheet/keyboard';
import { mend } from './sheet/mend';
import { createSpreadsheet } from './sheet/spreadsheet';

const place = document.getElementById('page');
if (place === null) throw new Error('the page has no place');

const sheet = document.createElement('div');
sheet.className = 'univer';
document.body.append(sheet);

const calls = createCalls();
const spreadsheet = createSpreadsheet(sheet, calls, matchMedia('(prefers-color-scheme: dark)').matches);
calls.attach(spreadsheet);
followEdits(spreadsheet);
bringKeyboardBack(sheet, spreadsheet);
mend(sheet);

const toCells = (): void => focusCells(spreadsheet);

async function begin(root: HTMLElement): Promise<void> {
  // A private window may have no storage: the page works without, and does not claim to keep anything.
  const keep = await openKeep().catch(() => null);
  const work = createWork(spreadsheet, keep);
  const host = createPageHost(spreadsheet, {
    store: work.textes,
    stamp: () => ({ when: new Date().toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' }), who: '' }),
    isProtected: (name) =>
      work.store.state().opened?.sheets.some(({ grid, protege }) => protege && grid.origin.sheet === name) === true,
    onRead: calls.choose,
  });
  createRoot(root).render(
    <Page work={work} host={host} sheet={sheet} onDark={spreadsheet.setDark} onSheet={toCells} />,
  );
  await work.begin();
}

void begin(place);
