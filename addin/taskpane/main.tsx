import './page.css';
import { createRoot } from 'react-dom/client';
import type { Commands } from '../../shared/pane';
import { associateRibbon, openExcel, whenReady } from '../excel';
import { listes } from './composition';
import { ExcelPane } from './ExcelPane';
import { book, formulas } from './functions';
import { ribbonCommands } from './ribbon';
import { estVenu } from './surveiller';
import { startChecker } from './worker';

async function begin(): Promise<void> {
  const dansExcel = await whenReady();
  estVenu(window, dansExcel);
  const place = document.getElementById('volet');
  if (!dansExcel || place === null) return;
  const { host, here } = openExcel(window, { book, formulas, listes });
  let hand: (commands: Commands) => void = () => undefined;
  const pane = new Promise<Commands>((resolve) => void (hand = resolve));
  // At once: a button of the ribbon may have started this page.
  associateRibbon(ribbonCommands(pane, here));
  createRoot(place).render(<ExcelPane host={host} checker={await startChecker()} onCommands={hand} />);
}

void begin();
