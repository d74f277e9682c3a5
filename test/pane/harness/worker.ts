import { serveChecks } from '../../../shared/pane/worker';
import { RULES } from '../../../shared/rules';
import { referential } from './data';

serveChecks(globalThis, referential, RULES);
