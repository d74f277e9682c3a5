/** Reads services.json. */
import { quote } from '../text/french';
import { CONFIANCES } from './parse-programmes';
import type { Disparu, Service } from './service';
import { fail, optionalText, readChoice, readDate, readDates, readEntry, readList, readText, readTexts } from './shape';

const FILE = 'services.json';

export interface Services {
  readonly services: readonly Service[];
  readonly disparus: readonly Disparu[];
}

/** The services and the dissolved bodies, checked: unique sigles, every reference known. */
export function parseServices(source: unknown): Services {
  const root = readEntry(source, FILE);
  const services = readList(root, 'services', FILE).map(parseService);
  const disparus = readList(root, 'disparus', FILE).map(parseDisparu);
  const sigles = new Set<string>();
  for (const { sigle } of services) {
    if (sigles.has(sigle)) fail(FILE, `le sigle ${quote(sigle)} y est deux fois`);
    sigles.add(sigle);
  }
  for (const entry of [...services, ...disparus]) checkReferences(entry, sigles);
  return { services, disparus };
}

function parseService(value: unknown, index: number): Service {
  const rank = `${FILE}, services, entrée n° ${index + 1}`;
  const entry = readEntry(value, rank);
  const sigle = readText(entry, 'sigle', rank);
  const where = `${rank} (${quote(sigle)})`;
  return {
    sigle,
    nom: readText(entry, 'nom', where),
    niveau: readText(entry, 'niveau', where),
    ...readDates(entry, where),
    successeurs: readTexts(entry, 'successeurs', where),
    ecritures: readTexts(entry, 'ecritures', where),
    variantes: readTexts(entry, 'variantes', where),
    ...optionalText(entry, 'meme', where),
    ...optionalText(entry, 'rattache', where),
    confiance: readChoice(entry, 'confiance', CONFIANCES, where),
    ...optionalText(entry, 'note', where),
  };
}

function parseDisparu(value: unknown, index: number): Disparu {
  const rank = `${FILE}, disparus, entrée n° ${index + 1}`;
  const entry = readEntry(value, rank);
  const sigle = readText(entry, 'sigle', rank);
  const depuis = readText(entry, 'depuis', rank);
  readDate(depuis, 'depuis', `${rank} (${quote(sigle)})`);
  return { sigle, successeurs: readTexts(entry, 'successeurs', rank), depuis };
}

function checkReferences(entry: Service | Disparu, sigles: ReadonlySet<string>): void {
  const links = 'nom' in entry ? [entry.meme, entry.rattache] : [];
  const lost = [...entry.successeurs, ...links].find((sigle) => sigle !== undefined && !sigles.has(sigle));
  if (lost !== undefined) fail(`${FILE}, ${quote(entry.sigle)}`, `le service ${quote(lost)} n'est pas dans le fichier`);
}
