import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';
import { parseDonnees, type Donnees } from '../../shared/referential';

/** The data of seeds/, read and checked. In the built file they are packed (build/packSeeds.js), and unpacked when somebody asks. */
export const seeds = (): Donnees => parseDonnees(programmes, services, cadres);
