import './page.css';
import { mountPane } from '../../shared/pane';
import { createExcelHost, whenReady } from '../excel';
import { referential, RULES } from './composition';
import { estVenu } from './surveiller';

async function begin(): Promise<void> {
  const dansExcel = await whenReady();
  estVenu(window, dansExcel);
  const place = document.getElementById('volet');
  if (!dansExcel || place === null) return;
  mountPane(place, { host: createExcelHost(), referential, rules: RULES, millesime: 2015, hote: 'Excel' });
}

void begin();
