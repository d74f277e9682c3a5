import { indexReferential, type Referential } from '../../shared/referential';
import { seeds } from './seeds';

export { RULES } from '../../shared/rules';

let indexed: Referential | null = null;

/** Made when a formula first asks: every menu, poll and call loads this whole file again, and few of them need it. */
export const referential = (): Referential => (indexed ??= indexReferential(seeds()));
