import { parseReferential } from '../../shared/referential';
import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';

/** The referential as delivered. */
export const referential = parseReferential(programmes, services, cadres);
