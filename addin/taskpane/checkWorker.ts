import { serveChecks } from '../../shared/pane/worker';
import { referential, RULES } from './composition';

/** The thread of the checks: the pane never waits for a rule. Its first word says that it could start. */
serveChecks(self, referential, RULES);
self.postMessage('prêt');
