/** Services across reforms: who is alive in a year, who took over, what an unknown name may have meant. */
import { foldTight } from '../text/fold';
import { editDistance, sameLetters } from './nearest';
import type { Referential } from './referential';
import { rememberedByYear } from './remember';
import { yearOf, type EtatService, type Service } from './service';

const ACTIF: EtatService = { kind: 'actif' };

/** Whether the service exists in `annee`; one that ended within the year still does. */
export function serviceAt(referential: Referential, service: Service, annee: number): EtatService {
  if (service.a !== undefined && yearOf(service.a) < annee) {
    const successeurs = livingHeirs(referential, service.successeurs, annee).map(({ sigle }) => sigle);
    return { kind: 'termine', depuis: service.a, successeurs };
  }
  if (service.de !== undefined && yearOf(service.de) > annee) return { kind: 'pas-encore', depuis: service.de };
  return ACTIF;
}

/** Beyond it no sigle is within reach. */
const LONGEST_SIGLE = 40;

/** Services alive in `annee` that an unknown `text` may have meant, best first, at most `max`. */
export function nearestServices(referential: Referential, text: string, annee: number, max = 3): Service[] {
  return askNearest(referential, text, annee).slice(0, max);
}

const askNearest = rememberedByYear((referential, text, annee): readonly Service[] => {
  const dissolved = referential.disparu(text);
  if (dissolved !== undefined) return livingHeirs(referential, dissolved.successeurs, annee);
  const typed = foldTight(text);
  const reach = typed.length <= 4 ? 1 : 2;
  if (typed.length > LONGEST_SIGLE) return [];
  const near = referential.services
    .map((service) => ({ service, sigle: foldTight(service.sigle) }))
    .map(({ service, sigle }) => ({
      service,
      distance: editDistance(typed, sigle, reach),
      swap: sameLetters(typed, sigle),
    }))
    .filter(({ distance }) => distance <= reach)
    // The sort is stable: what is equally near stays in the order of the file, commonest services first.
    .sort((left, right) => left.distance - right.distance || Number(right.swap) - Number(left.swap));
  return unique(near.flatMap(({ service }) => livingHeirs(referential, [service.sigle], annee)));
});

/** The services of `sigles` alive in `annee`, or those that replaced them, through as many reforms as needed. */
function livingHeirs(referential: Referential, sigles: readonly string[], annee: number): Service[] {
  const seen = new Set<string>();
  const living: Service[] = [];
  const queue = [...sigles];
  for (let sigle = queue.shift(); sigle !== undefined; sigle = queue.shift()) {
    const service = referential.service(sigle);
    if (service === undefined || seen.has(sigle)) continue;
    seen.add(sigle);
    if (service.a !== undefined && yearOf(service.a) < annee) queue.push(...service.successeurs);
    else if (service.de === undefined || yearOf(service.de) <= annee) living.push(service);
  }
  return living;
}

function unique(services: readonly Service[]): Service[] {
  return [...new Set(services)];
}
