import { createDirectChecker, mountPane } from '../../shared/pane';
import { createServer } from './client';
import { referential, RULES } from './composition';
import { createGoogleHost } from './host';

const place = document.getElementById('volet');
if (place === null) throw new Error('the sidebar has no place');

const host = createGoogleHost(createServer(), { isSeen: () => document.visibilityState === 'visible' });
const checker = createDirectChecker(referential, RULES);
mountPane(place, { host, checker, hote: 'Google Sheets', version: VERSION });

for (const act of ['pointerdown', 'keydown']) document.addEventListener(act, host.poller.wake, true);
for (const back of ['focus', 'pageshow']) {
  addEventListener(back, () => {
    host.poller.wake();
    host.poller.now();
  });
}
document.addEventListener('visibilitychange', host.poller.now);
