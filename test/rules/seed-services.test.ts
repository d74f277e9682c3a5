import fc from 'fast-check';
import { alignPaires, countLignes, ligneAt, parseBop, parseServices, type Paire } from '../../shared/annexe';
import { vocabularyOf, type Session } from '../../shared/lint';
import { findService } from '../../shared/referential';
import { applyTo, gridOf, type Grid } from '../../shared/sheet';
import gold from '../gold/gold-lezignan.json';
import { referential } from '../referential/referential-seed';
import { FORMS, foundBy, refsOf, seedGrid, sessionOf } from './seedForms';

/** Rows of the seed by their references; '' is the continuation row under PCOS_AS5_001. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'service-manquant': [],
  'service-ecriture': ['Atr_EgF/H'],
  'service-inconnu': ['Atr_LCD'],
  'service-millesime': [
    'PDEE_AS4_001',
    'PCOS_AS1_OO1',
    'PCOS_AS3_OO4',
    'PCOS_AS4_003',
    'PCOS_AS4_004',
    'PVRC_AS1_001',
    'Atr_LCD',
  ],
  'appariement-nombre': ['PCOS_AS3_OO3', 'Atr_EgF/H'],
  'appariement-inhabituel': ['PCOS_AS3_OO3', 'PCOS_AS4_002', 'Atr_LCD', 'Atr_Jeunesse'],
  'appariement-ordre': [],
  'indicateur-renvoi': ['PCOS_AS7_002'],
  'indicateur-multiple': [
    'PDEE_AS1_003',
    'PDEE_AS3_001',
    'PDEE_AS3_002',
    'PCOS_AS3_OO2',
    'PCOS_AS4_004',
    '',
    'Atr_EgF/H',
  ],
  'indicateur-doublon': ['PCOS_AS7_001', 'PCOS_AS7_004'],
  'indicateur-non-sexue': ['PCOS_AS3_OO3'],
  'cible-format': ['PDEE_AS3_001', 'PCOS_AS5_001'],
  'cible-multiple': ['PDEE_AS3_002'],
  'cible-illisible': [],
  'cible-sans-indicateur': [],
  'cible-hors-bornes': [],
  'cible-ambigue': ['PDEE_AS3_001', 'PDEE_AS3_002'],
};

const rowsOf = (session: Session): number[] =>
  [...session.annexe().kinds.keys()].filter((row) => [1, 2].includes(session.annexe().kinds[row] ?? 0));

/** The grid once the first fix of each finding of a rule is applied. */
function repaired(grid: Grid, session: Session, rule: string): Grid {
  return applyTo(
    grid,
    foundBy(session, rule).flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

describe.each(FORMS)('the seed as %s', (form) => {
  const grid = seedGrid(form);
  const session = sessionOf(grid);

  test.each(Object.entries(EXPECTED))('%s', (rule, expected) => {
    expect(refsOf(session, rule)).toEqual(expected);
    expect(session.countOf(rule)).toBe(expected.length);
  });

  test('indicators and targets that are missing make up all the objectives', () => {
    const lacking = refsOf(session, 'indicateur-manquant');
    const untargeted = refsOf(session, 'cible-manquante');
    expect(lacking).toHaveLength(26);
    expect(untargeted).toHaveLength(16);
    // 3 objectives have a target, 1 has a referral.
    expect(lacking.length + untargeted.length + 3 + 1).toBe(countLignes(session.annexe()).objectifs);
  });

  test('the numbers glued to services go to the BOP cell, and the pairs stay those of the gold', () => {
    const after = sessionOf(repaired(grid, session, 'service-ecriture'));
    expect(refsOf(after, 'service-ecriture')).toEqual([]);
    expect(refsOf(after, 'appariement-nombre')).toEqual(['PCOS_AS3_OO3']);
    for (const { annexe } of [session, after]) {
      const paires = rowsOf(session).map((row) => ligneAt(annexe(), row).paires.map(tuple));
      expect(paires).toEqual(gold.map((row) => row.paires));
    }
  });

  test('only what stands by itself is safe', () => {
    const safe = Object.keys(EXPECTED).filter((rule) =>
      foundBy(session, rule).some(({ fixes }) => fixes.some(({ safety }) => safety === 'sure')),
    );
    expect(safe).toEqual(['service-ecriture', 'appariement-nombre', 'cible-format']);
    // What the gold keeps as it is written belongs to no plan.
    for (const rule of ['service-millesime', 'service-inconnu', 'indicateur-multiple', 'indicateur-non-sexue']) {
      expect(foundBy(session, rule).every(({ fixes }) => fixes.every(({ horsPlan }) => horsPlan))).toBe(true);
    }
  });
});

/** "Cget" is read as it is written; the gold says who it is. */
const tuple = ({ bop, service }: Paire): (string | null)[] => [bop, service === 'Cget' ? 'CGET' : service];

describe('the seed at 2024', () => {
  const TEXT = seedGrid('txt');
  const session = sessionOf(TEXT, 2024);

  test('every service that a reform ended has its heir, chosen by its BOP', () => {
    expect(session.countOf('service-millesime')).toBe(35);
    const after = sessionOf(repaired(TEXT, session, 'service-millesime'), 2024);
    expect(refsOf(after, 'service-millesime')).toEqual([]);
    expect(refsOf(after, 'appariement-inhabituel')).toEqual(EXPECTED['appariement-inhabituel']);
    const heirs = rowsOf(after).flatMap((row) => ligneAt(after.annexe(), row).paires);
    expect(new Set(heirs.filter(({ bop }) => bop === '163').map(({ service }) => service))).toEqual(new Set(['SDJES']));
    expect(new Set(heirs.filter(({ bop }) => bop === '102').map(({ service }) => service))).toEqual(
      new Set(['DREETS']),
    );
    expect(after.resume().erreur).toBe(session.resume().erreur);
  });
});

describe('fixes of the two lists', () => {
  const bops = fc.array(fc.constantFrom('102', '147', '152', '163', '304', 'CNDS', 'BOP 141', '999'), { maxLength: 5 });
  const names = [
    'DDCSPP',
    'D.D.C.S.P.P.',
    'Cget',
    'Cget(147)',
    'Gendarmerie(152)',
    'Police nationale',
    'CNAF',
    'DRPJJ',
    'CGET/ACSE',
  ];
  const services = fc.array(fc.constantFrom(...names, 'DIRECCTE 11', 'rectorat', 'Xyz(163)'), { maxLength: 5 });
  const separators = fc.constantFrom(' ', '\n', ', ', ' / ');

  const paires = (bop: unknown, service: unknown): string[] =>
    alignPaires(parseBop(String(bop ?? '')), parseServices(String(service ?? ''), vocabularyOf(referential, 2015)))
      .map(
        (paire) =>
          `${paire.bop ?? ''} ${findService(referential, paire.service ?? '')?.service.sigle ?? paire.service ?? ''}`,
      )
      .sort();

  test('the safe ones keep every pair, and each removes its finding without a new fault', () => {
    fc.assert(
      fc.property(bops, services, separators, separators, (codes, list, between, other) => {
        const cells = [codes.join(between), list.join(other)];
        const grid = gridOf([
          ['Réf', 'Objectif', 'BOP', 'Service'],
          ['PCOS_AS1_001', 'Agir', ...cells],
        ]);
        const session = sessionOf(grid);
        for (const diagnostic of session.diagnostics().filter(({ rule }) => /^(service|appariement)-/.test(rule))) {
          for (const fix of diagnostic.fixes) {
            const after = applyTo(grid, fix.edits);
            const again = sessionOf(after);
            expect(again.countOf(diagnostic.rule)).toBe(0);
            expect(again.resume().erreur).toBeLessThanOrEqual(session.resume().erreur);
            const row = after.values[1] ?? [];
            if (fix.safety === 'sure') expect(paires(row[2], row[3])).toEqual(paires(cells[0], cells[1]));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
