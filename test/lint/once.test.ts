import { diagnosticsOf } from '../../shared/lint';
import { referential } from '../referential/referential-seed';
import { RULES } from '../../shared/rules';
import { gridOf } from '../../shared/sheet';
import { SEED_TSV, check } from './seed';

const options = { referential, rules: RULES, millesime: 2015 } as const;

it('tells, looking once, what a session tells', () => {
  const told = check(SEED_TSV).diagnostics();
  expect(told.length).toBeGreaterThan(90);
  expect(diagnosticsOf(SEED_TSV, options)).toEqual(told);
});

it('tells nothing of a sheet that is no annexe', () => {
  expect(diagnosticsOf(gridOf([['Nom', 'Adresse']]), options)).toEqual([]);
});
