import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../shared/rules';
import { ecarts, parseScenario } from './scenario';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.tsv'));
const read = (file: string): string => readFileSync(join(__dirname, file), 'utf8');

test.each(files)('%s', (file) => {
  expect(ecarts(parseScenario(read(file)))).toEqual([]);
});

describe('a scenario is believed only when it is exact', () => {
  const sheet = (attendu: string): string =>
    `Réf\tObjectif\tBOP\tService\tIndicateur\tCible\tattendu\nPCOS_AS1_001\tAgir\t102\tDIRECCTE\tNombre de lieux\t100,00%\t${attendu}\n`;
  const ecartsOf = (attendu: string): string[] =>
    ecarts(parseScenario(`# Non exécutées : partenaire-a-definir\n${sheet(attendu)}`));

  test('as it is', () => expect(ecartsOf('cible-format')).toEqual([]));
  test('too few', () => expect(ecartsOf('')).toEqual(['ligne 3 : attendu «  », trouvé « cible-format »']));
  test('too many', () => expect(ecartsOf('cible-format ref-lettre')).toHaveLength(1));
  test('twice the same', () => expect(ecartsOf('cible-format cible-format')).toHaveLength(1));
  test('a rule that does not exist', () => expect(() => ecartsOf('cible-formt')).toThrow('Ligne 3'));
  test('rules that were not run', () => expect(ecarts(parseScenario(sheet('cible-format')))).toHaveLength(1));
  test('objectives', () => {
    const text = `# Non exécutées : partenaire-a-definir\n# Objectifs : 2\n${sheet('cible-format')}`;
    expect(ecarts(parseScenario(text))).toEqual(['objectifs : attendu 2, trouvé 1']);
  });
  test('no column for what is expected', () => expect(() => parseScenario('Réf\tObjectif\n')).toThrow('attendu'));
});

test('every rule speaks in a scenario', () => {
  const named = new Set(files.flatMap((file) => parseScenario(read(file)).attendus.flatMap(({ regles }) => regles)));
  expect(RULES.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
