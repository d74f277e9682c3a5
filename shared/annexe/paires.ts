import { writeBops, type BopCell } from './bop';
import { renameServices, type ServiceCell } from './service';

/** A programme and the service that manages it; null where the other list has no answer. */
export interface Paire {
  readonly bop: string | null;
  readonly service: string | null;
}

/**
 * Pairs by position: the n-th service manages the n-th BOP. A number glued to a service ("Gendarmerie(152)") is that service's
 * BOP and takes no place in the BOP list unless its place there agrees. What is left over on one side stays alone.
 */
export function alignPaires(bop: BopCell, service: ServiceCell): Paire[] {
  const places = placesOf(bop, service);
  const names = new Map(places.map((place, index) => [place, service.items[index]?.nom ?? null]));
  const paires: Paire[] = bop.items.map(({ code }, place) => ({ bop: code, service: names.get(place) ?? null }));
  const apart = service.items.filter((_, index) => places[index] === -1);
  const alone = apart.filter((item) => item.bop === null);
  const glued = apart.filter((item) => item.bop !== null);
  return [...paires, ...[...alone, ...glued].map((item) => ({ bop: item.bop, service: item.nom }))];
}

/** For each service, the place of its BOP in the BOP list; −1 when it has none there. */
function placesOf(bop: BopCell, service: ServiceCell): number[] {
  let next = 0;
  const places = service.items.map((item) =>
    next < bop.items.length && (item.bop === null || item.bop === bop.items[next]?.code) ? next++ : -1,
  );
  // A number that found no agreeing place may name a BOP that no service took.
  const free = new Map<string, number[]>();
  for (let place = bop.items.length - 1; place >= next; place--) {
    const code = bop.items[place]?.code ?? '';
    const known = free.get(code);
    if (known === undefined) free.set(code, [place]);
    else known.push(place);
  }
  return places.map((place, index) => {
    const glued = service.items[index]?.bop ?? null;
    if (place !== -1 || glued === null) return place;
    return free.get(glued)?.pop() ?? -1;
  });
}

/**
 * The two cells with no number glued to a service, so that positions alone make the same pairs: "137 147" and "DGCS DDCSPP
 * Gendarmerie(152)" become "137 147 152" and "DGCS DDCSPP Gendarmerie". `names` are the services as they should be written.
 */
export function unglue(bop: BopCell, service: ServiceCell, names: readonly string[]): { bop: string; service: string } {
  const places = placesOf(bop, service);
  const items = service.items.map((item, index) => {
    const place = places[index] ?? -1;
    return { name: names[index] ?? item.nom, code: bop.items[place]?.code ?? item.bop, place };
  });
  // A list cannot skip a place: services without a BOP go last, and so do BOPs without a service.
  const ordered = [...items.filter(({ code }) => code !== null), ...items.filter(({ code }) => code === null)];
  const codes = ordered.flatMap(({ code }) => code ?? []);
  const taken = new Set(places);
  const left = bop.items.filter((_, place) => !taken.has(place)).map(({ code }) => code);
  const moved = ordered.some((item, index) => item !== items[index]);
  return {
    bop: writeBops(bop, [...codes, ...left]),
    service: moved ? ordered.map(({ name }) => name).join(service.separateur) : renameServices(service, names),
  };
}
