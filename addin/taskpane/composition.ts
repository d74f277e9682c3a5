import cadres from '../../seeds/cadres.json';
import programmes from '../../seeds/programmes.json';
import services from '../../seeds/services.json';
import { parseReferential } from '../../shared/referential';

export { RULES } from '../../shared/rules';

/** The data that the add-in works with; the worker reads its own copy. */
export const referential = parseReferential(programmes, services, cadres);

/** What the drop-down lists offer: programmes by number, then the few funds without one; services by their usual spelling. */
export const listes = {
  bop: [...referential.programmes]
    .sort((a, b) => Number(b.lolf) - Number(a.lolf) || Number(a.code) - Number(b.code) || (a.code < b.code ? -1 : 1))
    .map(({ code, lolf }) => (lolf ? Number(code) : code)),
  service: referential.services.map(({ sigle }) => sigle).sort((a, b) => a.localeCompare(b, 'fr')),
};
