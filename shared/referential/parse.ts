/** Reads the referential's files and indexes them. */
import { fold, foldTight } from '../text/fold';
import { quote } from '../text/french';
import type { Cadre, Volet } from './cadre';
import { MILLESIMES } from './millesime';
import { parseProgrammes } from './parse-programmes';
import { parseServices, type Services } from './parse-services';
import type { Programme } from './programme';
import type { Gestionnaires, Referential } from './referential';
import type { Service } from './service';
import { fail, readChoice, readEntry, readList, readText, readTexts, type Entry } from './shape';

const CADRES = 'cadres.json';

/** Reads the three JSON documents of seeds/; throws an Error whose French sentence names the faulty entry. */
export function parseReferential(programmes: unknown, services: unknown, cadres: unknown): Referential {
  const parsed = parseProgrammes(programmes);
  const known = parseServices(services);
  const spellings = indexSpellings(known.services);
  const bySigle = new Map(known.services.map((service) => [service.sigle, service]));
  const byCode = new Map(parsed.map((programme) => [codeKey(programme.code), programme]));
  const dissolved = new Map(known.disparus.map((disparu) => [foldTight(disparu.sigle), disparu]));
  const racines = new Map(known.services.map(({ sigle }) => [sigle, racineOf(sigle, bySigle)]));
  checkDissolved(known, spellings);
  return {
    programmes: parsed,
    services: known.services,
    cadres: readList(readEntry(cadres, CADRES), 'cadres', CADRES).map(parseCadre),
    // A number is its own key: most questions end at the first look.
    programme: (code) => byCode.get(code) ?? byCode.get(codeKey(code)),
    service: (sigle) => bySigle.get(sigle),
    disparu: (text) => dissolved.get(foldTight(text)),
    admises: indexAdmises(known.services),
    spellings,
    racines,
    gestionnaires: new Map(parsed.map((programme) => [programme.code, indexGestions(programme, racines)])),
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

function checkDissolved({ disparus }: Services, spellings: ReadonlyMap<string, Service>): void {
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

function parseCadre(value: unknown, index: number): Cadre {
  const where = `${CADRES}, entrée n° ${index + 1}`;
  const entry = readEntry(value, where);
  return {
    millesime: readChoice(entry, 'millesime', MILLESIMES, where),
    libelle: readText(entry, 'libelle', where),
    piliers: parseVolets(entry, 'piliers', where),
    transversaux: parseVolets(entry, 'transversaux', where),
  };
}

function parseVolets(entry: Entry, key: string, where: string): Volet[] {
  return readList(entry, key, where).map((item) => {
    const volet = readEntry(item, where);
    const code = readText(volet, 'code', where);
    return { code, noms: readTexts(volet, 'noms', `${where} (${quote(code)})`) };
  });
}
