/** Which service a text names. */
import { fold, foldTight, squeeze } from '../text/fold';
import type { Referential } from './referential';
import { rememberedByYear } from './remember';
import type { Service } from './service';

export interface ServiceMatch {
  readonly service: Service;
  /** 'admise': leave it; 'variante': recognised, to be rewritten as `attendu`. */
  readonly ecriture: 'admise' | 'variante';
  /** The spelling to write: the text itself when it is accepted. */
  readonly attendu: string;
  /** The programme number taken out of "Gendarmerie(152)". */
  readonly bop?: string;
}

/** "(152)", "(BOP 152)", "(P0152)" at the end. */
const EMBEDDED_BOP = /\s*\((?:bop|programme|p)?\s*0?([1-9]\d{2})\)\s*$/i;

/** A name followed by what does not change the service; the first group is the name. Tried in this order. */
const EXTENDED: readonly RegExp[] = [
  // Départements: "DDCSPP 11", "DTPJJ 44/85", "DDTM-2A", "CAF 974".
  /^(.*?[^\d\s/-])[\s-]*(?:2[ab]|97\d|\d{2})(?:\s*[/,-]\s*(?:2[ab]|97\d|\d{2}))*$/i,
  // "Préfecture de l'Aude", "Direction départementale des territoires du Gard": only the last "de …" goes.
  /^(.+)\s(?:de\s+l['’]|de\s+la\s|du\s|des\s|de\s|d['’])(?!r[ée]gion)\s*\S.*$/i,
  // "DRDFE (SGAR)", "DDCSPP (Aude)".
  /^(.+?)\s*\([^()]*\)$/,
];

/** Longer than any name: not worth a regular expression. */
const LONGEST = 200;

/** The service that `text` (one element of a list) names, whatever its spelling; undefined when unknown. */
export function findService(referential: Referential, text: string): ServiceMatch | undefined {
  return text.length > LONGEST ? undefined : (ask(referential, text, 0) ?? undefined);
}

const ask = rememberedByYear((referential, text): ServiceMatch | null => {
  const clean = squeeze(text);
  const exact = referential.service(clean) ?? referential.admises.get(fold(clean));
  if (exact !== undefined) return { service: exact, ecriture: 'admise', attendu: clean };
  const embedded = EMBEDDED_BOP.exec(clean);
  const bop = embedded?.[1];
  const service = findLoosely(referential, bop === undefined ? clean : clean.replace(EMBEDDED_BOP, ''));
  if (service === undefined) return null;
  const match = { service, ecriture: 'variante', attendu: spellingOf(service) } as const;
  return bop === undefined ? match : { ...match, bop };
});

function findLoosely(referential: Referential, text: string): Service | undefined {
  const direct = referential.spellings.get(foldTight(text));
  if (direct !== undefined) return direct;
  for (const pattern of EXTENDED) {
    const name = pattern.exec(text)?.[1];
    const found = name === undefined ? undefined : referential.spellings.get(foldTight(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The sigle, in the accepted case ("Police" for POLICE) when there is one. */
function spellingOf(service: Service): string {
  const sigle = fold(service.sigle);
  return service.ecritures.find((ecriture) => fold(ecriture) === sigle) ?? service.sigle;
}
