import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndicateurRecord, ObjectifRecord, ObjectifTable } from '../../../shared/exchange';
import {
  exportIndicateurs,
  exportObjectifs,
  importIndicateurs,
  importObjectifs,
  isUnusable,
  parseDelimited,
} from '../../../shared/exchange';
import type { SchemaField } from './schemaChecker';
import { checkTable } from './schemaChecker';

const FOLDER = join(__dirname, '../../../seeds/table-schema');
const fileOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const fieldsOf = (name: string) =>
  (JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { fields: readonly SchemaField[] }).fields;
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const recordsOf = (text: string) => parseDelimited(text, { separator: ',', quotes: true }).records;

const OBJECTIFS = fieldsOf('schema.json');
const INDICATEURS = fieldsOf('schema-indicateurs.json');

function readObjectifs(bytes: Uint8Array) {
  const result = importObjectifs(bytes);
  if (isUnusable(result)) throw new Error(result.message);
  return result;
}

function readIndicateurs(bytes: Uint8Array) {
  const result = importIndicateurs(bytes);
  if (isUnusable(result)) throw new Error(result.message);
  return result;
}

const OBJECTIF: ObjectifRecord = {
  pilier: 'Cohésion sociale',
  axeNumero: 2,
  axe: 'Contribuer à la réussite éducative',
  reference: 'PCOS_AS2_001',
  objectif: 'Renforcer, dans le temps, "tout" l\'accompagnement',
  programmes: ['163', '147', '304'],
  services: ['D.D.C.S.P.P', 'Préfecture', ''],
  autresFinanceurs: ['CAF', 'ANS'],
  collectivites: ['Commune | agglomération'],
  signataires: [],
  statut: 'propose',
};
const TABLE: ObjectifTable = { codeContrat: '', sirenEpci: '241100593', millesime: '2015', records: [OBJECTIF] };

const INDICATEUR: IndicateurRecord = {
  reference: 'PCOS_AS2_001',
  numero: 1,
  indicateur: "- Nombre d'élèves décrocheurs",
  type: 'nombre',
  sexue: true,
  valeurCible: 13.2,
  unite: '%',
  perimetre: 'national',
  echeance: 2020,
  source: 'Rectorat',
};

describe('the schemas', () => {
  test('carry no placeholder address', () => {
    for (const name of ['schema.json', 'schema-indicateurs.json']) {
      const text = Buffer.from(fileOf(name)).toString();
      expect(text).not.toMatch(/example\.|\/ORG\/|À compléter/);
    }
  });

  test('their examples are valid', () => {
    expect(checkTable(recordsOf(Buffer.from(fileOf('exemple-valide.csv')).toString()), OBJECTIFS)).toEqual([]);
    const indicateurs = Buffer.from(fileOf('exemple-valide-indicateurs.csv')).toString();
    expect(checkTable(recordsOf(indicateurs), INDICATEURS)).toEqual([]);
  });

  test('the checker sees a fault', () => {
    const records = recordsOf(
      exportObjectifs({ ...TABLE, records: [{ ...OBJECTIF, reference: 'PCOS_AS2_OO1', axe: '' }] }),
    );
    expect(checkTable(records, OBJECTIFS)).toEqual(['2.axe: required', '2.reference: pattern']);
  });
});

describe('objectives', () => {
  test('an export is valid: acronyms in capitals without dots, one service for each programme, no bar in a value', () => {
    const text = exportObjectifs(TABLE);
    expect(checkTable(recordsOf(text), OBJECTIFS)).toEqual([]);
    const cells = recordsOf(text)[1] ?? [];
    expect(cells.slice(8, 13)).toEqual([
      '163|147|304',
      'DDCSPP|PREFECTURE|-',
      'CAF|ANS',
      'Commune / agglomération',
      '',
    ]);
  });

  test('the example comes back whole through import, export and import', () => {
    const first = readObjectifs(fileOf('exemple-valide.csv'));
    expect(first.problems).toEqual([]);
    expect(first.table.records.length).toBe(47);
    expect(first.table.records[0]).toMatchObject({
      axeNumero: 1,
      programmes: ['102', '304'],
      services: ['DIRECCTE', 'DDCSPP'],
    });
    const text = exportObjectifs(first.table);
    expect(checkTable(recordsOf(text), OBJECTIFS)).toEqual([]);
    expect(readObjectifs(utf8(text)).table).toEqual(first.table);
  });

  test('a programme without service keeps its place', () => {
    const { table } = readObjectifs(utf8(exportObjectifs(TABLE)));
    expect(table.records[0]?.services).toEqual(['DDCSPP', 'PREFECTURE', '']);
    expect(table.sirenEpci).toBe('241100593');
  });

  test('columns in another order, semicolons and blank lines are read; what is wrong is said with its line', () => {
    const text =
      'statut;axe;pilier;reference;millesime;axe_numero\r\n\r\nfini;"A\nB";P;R1;2024;deux\r\npropose;;P;R2;2024;\r\n';
    const { table, problems } = readObjectifs(utf8(text));
    expect(table.millesime).toBe('2024');
    expect(table.records.map(({ reference, statut }) => [reference, statut])).toEqual([
      ['R1', 'a_definir'],
      ['R2', 'propose'],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3, 3, 5]);
    expect(problems[0]?.message).toContain('«\u00a0deux\u00a0»');
    expect(problems[2]?.message).toBe('Ligne 5\u00a0: «\u00a0axe\u00a0» est vide. Remplissez-le.');
  });

  test('another csv is refused with the columns that it lacks', () => {
    const result = importObjectifs(utf8('Réf;Objectif\nA;x\n'));
    expect(isUnusable(result) && result.message).toContain('«\u00a0millesime\u00a0»');
  });
});

describe('indicators', () => {
  test('an export is valid, a text like a formula is neutralized and comes back', () => {
    const text = exportIndicateurs([
      INDICATEUR,
      { ...INDICATEUR, numero: 2, valeurCible: null, unite: null, echeance: null },
    ]);
    expect(checkTable(recordsOf(text), INDICATEURS)).toEqual([]);
    expect(text).toContain("'- Nombre");
    expect(readIndicateurs(utf8(text)).records[0]).toEqual(INDICATEUR);
  });

  test('a tiny number is written without exponent', () => {
    expect(exportIndicateurs([{ ...INDICATEUR, valeurCible: 1e-7 }])).toContain(',true,0,');
  });

  test('the example comes back whole', () => {
    const first = readIndicateurs(fileOf('exemple-valide-indicateurs.csv'));
    expect(first.problems).toEqual([]);
    const text = exportIndicateurs(first.records);
    expect(checkTable(recordsOf(text), INDICATEURS)).toEqual([]);
    expect(readIndicateurs(utf8(text)).records).toEqual(first.records);
    expect(first.records.filter(({ sexue }) => sexue).length).toBeGreaterThan(5);
  });

  test('a comma in a number is said', () => {
    const text = exportIndicateurs([INDICATEUR]).replace('13.2', '"13,2"');
    const { records, problems } = readIndicateurs(utf8(text));
    expect(records[0]?.valeurCible).toBeNull();
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining('point décimal') }]);
  });
});
