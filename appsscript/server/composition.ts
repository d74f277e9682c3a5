import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';
import { parseReferential, type Referential } from '../../shared/referential';

export { RULES } from '../../shared/rules';

let parsed: Referential | null = null;

/** Read when a formula first asks: every menu, poll and call loads this whole file again, and few of them need it. */
export const referential = (): Referential => (parsed ??= parseReferential(programmes, services, cadres));
