import cadres from '../../../seeds/cadres.json';
import programmes from '../../../seeds/programmes.json';
import services from '../../../seeds/services.json';
import { parseReferential } from '../../../shared/referential';

export const referential = parseReferential(programmes, services, cadres);
