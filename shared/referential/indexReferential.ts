/** Indexes the referential, so that every question is a Map lookup. */
import { fold, foldTight } from '../text/fold';
import { quote } from '../text/french';
import type { Cadre } from './cadre';
import { fail } from './shape';
import type { Programme } from './programme';
import type { Gestionnaires, Referential } from './referential';
import type { Disparu, Service } from './service';

/** What the files of seeds/ say, read and checked. Plain data. */
export interface Donnees {
  readonly programmes: readonly Programme[];
  readonly services: readonly Service[];
  readonly disparus: readonly Disparu[];
  readonly cadres: readonly Cadre[];
}

/** Throws an Error whose French sentence names what does not hold together. */
export function indexReferential(donnees: Donnees): Referential {
  const { programmes, services, disparus, cadres } = donnees;
  const spellings = indexSpellings(services);
  const bySigle = new Map(services.map((service) => [service.sigle, service]));
  const byCode = new Map(programmes.map((programme) => [codeKey(programme.code), programme]));
  const dissolved = new Map(disparus.map((disparu) => [foldTight(disparu.sigle), disparu]));
  const racines = new Map(services.map(({ sigle }) => [sigle, racineOf(sigle, bySigle)]));
  checkDissolved(donnees, spellings);
  return {
    programmes,
    services,
    cadres,
    // A number is its own key: most questions end at the first look.
    programme: (code) => byCode.get(code) ?? byCode.get(codeKey(code)),
    service: (sigle) => bySigle.get(sigle),
    disparu: (text) => dissolved.get(foldTight(text)),
    admises: indexAdmises(services),
    spellings,
    racines,
    gestionnaires: new Map(programmes.map((programme) => [programme.code, indexGestions(programme, racines)])),
  };
}

/** "fse+" and "FSE+" are one code; "FSE" is another, so the sign stays. */
function codeKey(code: string): string {
  return /^\d+$/.test(code) ? code : fold(code).replace(/[^a-z0-9+]/g, '');
}

function indexAdmises(services: readonly Service[]): Map<string, Service> {
  return new Map(services.flatMap((service) => service.ecritures.map((text) => [fold(text), service] as const)));
}

function indexSpellings(services: readonly Service[]): Map<string, Service> {
  const spellings = new Map<string, Service>();
  for (const service of services) {
    for (const text of [service.sigle, service.nom, ...service.ecritures, ...service.variantes]) {
      const other = spellings.get(foldTight(text));
      if (other !== undefined && other !== service) {
        const both = `à ${quote(other.sigle)} et à ${quote(service.sigle)}`;
        fail('services.json', `l'écriture ${quote(text)} est donnée à la fois ${both}`);
      }
      spellings.set(foldTight(text), service);
    }
  }
  return spellings;
}

function checkDissolved({ disparus }: Donnees, spellings: ReadonlyMap<string, Service>): void {
  const alive = disparus.find(({ sigle }) => spellings.has(foldTight(sigle)));
  if (alive !== undefined) fail('services.json', `${quote(alive.sigle)} est à la fois dans services et dans disparus`);
}

/** Follows `meme` and `rattache` to the service that stands for all its names and parts. */
function racineOf(sigle: string, bySigle: ReadonlyMap<string, Service>): string {
  const seen = new Set<string>();
  let current = sigle;
  for (;;) {
    if (seen.has(current)) fail('services.json', `${quote(sigle)} se rattache à lui-même`);
    seen.add(current);
    const service = bySigle.get(current);
    const next = service?.meme ?? service?.rattache;
    if (next === undefined) return current;
    current = next;
  }
}

function indexGestions(programme: Programme, racines: ReadonlyMap<string, string>): Gestionnaires[] {
  return programme.gestions.map((gestion) => {
    const sigles = [...gestion.departement, ...gestion.region, ...gestion.central];
    const lost = sigles.find((sigle) => !racines.has(sigle));
    if (lost !== undefined) {
      fail(`programmes.json, ${quote(programme.code)}`, `le service ${quote(lost)} n'est pas dans services.json`);
    }
    return { gestion, racines: new Set(sigles.map((sigle) => racines.get(sigle) ?? sigle)) };
  });
}
