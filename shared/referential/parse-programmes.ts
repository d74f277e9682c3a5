/** Reads programmes.json. */
import type { Gestion, Programme, VersionProgramme } from './programme';
import {
  fail,
  optionalText,
  readChoice,
  readEntry,
  readList,
  readText,
  readTexts,
  readYears,
  type Entry,
} from './shape';
import { quote } from '../text/french';

export const CONFIANCES = ['haute', 'moyenne', 'faible'] as const;

const FILE = 'programmes.json';

/** The programmes of the LOLF then those outside it, checked: dates in order, successors known. */
export function parseProgrammes(source: unknown): Programme[] {
  const root = readEntry(source, FILE);
  const inside = readList(root, 'programmes', FILE).map((value, index) => parseProgramme(value, index, true));
  const outside = readList(root, 'horsLolf', FILE).map((value, index) => parseProgramme(value, index, false));
  const all = [...inside, ...outside];
  const codes = new Set<string>();
  for (const { code } of all) {
    if (codes.has(code)) fail(FILE, `le code ${quote(code)} y est deux fois`);
    codes.add(code);
  }
  for (const { code, versions } of all) {
    const lost = versions.flatMap((version) => version.successeurs).find((successeur) => !codes.has(successeur));
    if (lost !== undefined) fail(`${FILE}, ${quote(code)}`, `le successeur ${quote(lost)} n'est pas dans le fichier`);
  }
  return all;
}

function parseProgramme(value: unknown, index: number, lolf: boolean): Programme {
  const rank = `${FILE}, ${lolf ? 'programmes' : 'horsLolf'}, entrée n° ${index + 1}`;
  const entry = readEntry(value, rank);
  const code = readText(entry, 'code', rank);
  const where = `${rank} (${quote(code)})`;
  if (lolf && !/^[1-9]\d{2}$/.test(code)) fail(where, `${quote('code')} doit être un numéro à trois chiffres`);
  const versions = readList(entry, 'versions', where).map((item) => parseVersion(readEntry(item, where), where));
  if (versions.length === 0) fail(where, `${quote('versions')} doit contenir au moins une version`);
  checkOrder(versions, where);
  return {
    code,
    lolf,
    versions,
    gestions: readList(entry, 'gestions', where).map((item) => parseGestion(readEntry(item, where), where)),
    sources: readTexts(entry, 'sources', where),
    ...optionalText(entry, 'note', where),
  };
}

function parseVersion(entry: Entry, where: string): VersionProgramme {
  return {
    ...readYears(entry, where),
    intitule: readText(entry, 'intitule', where),
    ...optionalText(entry, 'mission', where),
    confiance: readChoice(entry, 'confiance', CONFIANCES, where),
    successeurs: entry['successeurs'] === undefined ? [] : readTexts(entry, 'successeurs', where),
  };
}

function parseGestion(entry: Entry, where: string): Gestion {
  return {
    ...readYears(entry, where),
    departement: readTexts(entry, 'departement', where),
    region: readTexts(entry, 'region', where),
    central: readTexts(entry, 'central', where),
    confiance: readChoice(entry, 'confiance', CONFIANCES, where),
  };
}

function checkOrder(versions: readonly VersionProgramme[], where: string): void {
  versions.slice(1).forEach((version, index) => {
    const end = versions[index]?.a;
    if (end === undefined || version.de === undefined || version.de <= end) {
      fail(where, `la version n° ${index + 2} doit commencer après la fin de la précédente`);
    }
  });
}
