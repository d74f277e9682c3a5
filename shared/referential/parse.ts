/** Reads the referential's files. */
import type { Cadre, Volet } from './cadre';
import { indexReferential, type Donnees } from './indexReferential';
import { MILLESIMES } from './millesime';
import { parseProgrammes } from './parse-programmes';
import { parseServices } from './parse-services';
import type { Referential } from './referential';
import { quote } from '../text/french';
import { readChoice, readEntry, readList, readText, readTexts, type Entry } from './shape';

const CADRES = 'cadres.json';

/** Reads the three JSON documents of seeds/; throws an Error whose French sentence names the faulty entry. */
export function parseReferential(programmes: unknown, services: unknown, cadres: unknown): Referential {
  return indexReferential(parseDonnees(programmes, services, cadres));
}

/** The same, not indexed yet: plain data that may be kept or sent, and indexed elsewhere without being read again. */
export function parseDonnees(programmes: unknown, services: unknown, cadres: unknown): Donnees {
  return {
    programmes: parseProgrammes(programmes),
    ...parseServices(services),
    cadres: readList(readEntry(cadres, CADRES), 'cadres', CADRES).map(parseCadre),
  };
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
