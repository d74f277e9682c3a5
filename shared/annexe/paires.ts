import type { BopCell } from './bop';
import type { ServiceCell, ServiceItem } from './service';

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
  const codes = bop.items.map((item) => item.code);
  const services = service.items;
  if (codes.length === services.length) return codes.map((code, index) => ({ bop: code, service: nameOf(services[index]) }));
  const free = services.filter((item) => item.bop === null);
  const glued = services.filter((item) => item.bop !== null);
  const rows: Paire[] = [];
  for (let index = 0; index < Math.max(codes.length, free.length); index++) {
    rows.push({ bop: codes[index] ?? null, service: nameOf(free[index]) });
  }
  return [...rows, ...glued.map((item) => ({ bop: item.bop, service: item.nom }))];
}

const nameOf = (item: ServiceItem | undefined): string | null => item?.nom ?? null;
