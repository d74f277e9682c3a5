import { mountPane } from '../../shared/pane';
import { createServer } from './client';
import { referential, RULES } from './composition';
import { createGoogleHost } from './host';

const place = document.getElementById('volet');
if (place === null) throw new Error('the sidebar has no place');

mountPane(place, {
  host: createGoogleHost(createServer()),
  referential,
  rules: RULES,
  millesime: 2015,
  hote: 'Google Sheets',
});
