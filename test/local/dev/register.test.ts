import { newFormula } from '../../../local/dev/newFormula';
import { constantOf, newRule } from '../../../local/dev/newRule';
import { register } from '../../../local/dev/register';
import { parse } from '../../architecture/sources';

const INDEX = `import { bopInconnu } from './bop-inconnu';
import { bopManquant } from './bop-manquant';
import { cibleFormat } from './cible-format';

export const RULES = [bopInconnu, bopManquant, cibleFormat];
`;

describe('registering', () => {
  it('adds the import and the entry after those of the same group', () => {
    expect(register(INDEX, 'bopTropLong', './bop-trop-long')).toBe(`import { bopInconnu } from './bop-inconnu';
import { bopManquant } from './bop-manquant';
import { bopTropLong } from './bop-trop-long';
import { cibleFormat } from './cible-format';

export const RULES = [bopInconnu, bopManquant, bopTropLong, cibleFormat];
`);
  });

  it('adds a new group at the end', () => {
    expect(register(INDEX, 'texteGras', './texte-gras')).toContain('cibleFormat, texteGras];');
  });

  it('says so when there is no list', () => {
    expect(register('export {};', 'bopTropLong', './bop-trop-long')).toBeNull();
  });
});

describe('a new rule', () => {
  it.each(['bop-trop-long', 'ref-courte', 'objectif-long', 'texte-gras', 'partenaires-absents'])(
    '%s is a file that parses',
    (id) => {
      const text = newRule(id);
      expect(text).toContain(`export const ${constantOf(id)} = defineRowRule({`);
      expect(parse(`${id}.ts`, text)).toHaveProperty('parseDiagnostics', []);
    },
  );
});

it('a new formula is a file that parses', () => {
  const text = newFormula('DOUBLONS');
  expect(text).toContain('export const DOUBLONS: Formula = {');
  expect(parse('doublons.ts', text)).toHaveProperty('parseDiagnostics', []);
});
