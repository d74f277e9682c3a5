import type { Referential } from '../referential';
import { foldTight } from '../text/fold';

/** How a service is written in a cell: the accepted spelling of its own sigle ("Préfecture" for PREFECTURE), else the sigle. */
export function ecritureOf(referential: Referential, sigle: string): string {
  const own = referential.service(sigle)?.ecritures.find((ecriture) => foldTight(ecriture) === foldTight(sigle));
  return own ?? sigle;
}
