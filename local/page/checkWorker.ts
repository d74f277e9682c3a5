import { serveChecks } from '../../shared/pane/checker/serve';
import { referential, RULES } from './composition';

/** The thread of the checks: the page never waits for a rule. */
serveChecks(self, referential, RULES);
