import { Kind, matchHeading, rewriteList } from '../../shared/annexe';
import { describe as tell, planRepair } from '../../shared/lint';
import { RULES } from '../../shared/rules';
import { gridOf } from '../../shared/sheet';
import gold from '../gold/gold-lezignan.json';
import { FORMS, foundBy, refsOf, seedGrid, sessionOf } from './seedForms';

/** Rules of structure, references, BOP, partners and text, with the rows where they speak at 2015. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'colonne-manquante': [],
  'section-inconnue': [],
  'section-vide': [],
  'objectif-manquant': [],
  'ligne-orpheline': [],
  'ref-manquante': [],
  'ref-lettre': ['PCOS_AS1_OO1', 'PCOS_AS3_OO1', 'PCOS_AS3_OO2', 'PCOS_AS3_OO3', 'PCOS_AS3_OO4'],
  'ref-format': [],
  'ref-joker': ['PHCV_AS2_*'],
  'ref-hors-axe': ['PCOS_AS3_OO1', 'PCOS_AS3_OO2', 'PCOS_AS3_OO3', 'PCOS_AS3_OO4', 'PCOS_AS3_005'],
  'ref-hors-pilier': ['PCOS_AS3_002'],
  'ref-doublon': ['PCOS_AS3_OO1', 'PCOS_AS3_OO2', 'PCOS_AS3_001', 'PCOS_AS3_002', 'PCOS_AS3_002'],
  'ref-sequence': [],
  'bop-manquant': ['PCOS_AS5_003', 'PVRC_AS2_001', 'PVRC_AS3_001'],
  'bop-ecriture': ['Atr_Jeunesse'],
  'bop-inconnu': [],
  'bop-hors-lolf': ['', 'PCOS_AS5_002'],
  'bop-repete': ['PCOS_AS3_OO4', 'PVRC_AS1_001'],
  'bop-millesime': [],
  'texte-espaces': [],
  'sigle-qp': ['PDEE_AS3_002', 'PDEE_AS3_003', 'PHCV_AS2_*'],
  parentheses: ['PDEE_AS3_002'],
};

describe.each(FORMS)('the seed as %s at 2015', (form) => {
  const session = sessionOf(seedGrid(form));

  test.each(Object.entries(EXPECTED))('%s', (rule, refs) => {
    expect(session.executed()).toContain(rule);
    expect(refsOf(session, rule)).toEqual(refs);
    expect(session.countOf(rule)).toBe(refs.length);
  });

  test('the partners to define are told once a column, for 94 cells', () => {
    const found = foundBy(session, 'partenaire-a-definir');
    expect(found.map(({ at, related }) => [at.column, related.length])).toEqual([
      ['collectivite', 47],
      ['signataire', 47],
    ]);
  });

  test('only the letters of PCOS_AS1_OO1 are safe to mend', () => {
    const fixes = foundBy(session, 'ref-lettre').map(({ fixes: [fix] }) => [fix?.edits[0]?.set, fix?.safety]);
    expect(fixes).toEqual([
      ['PCOS_AS1_001', 'sure'],
      ['PCOS_AS2_001', 'a-confirmer'],
      ['PCOS_AS2_002', 'a-confirmer'],
      ['PCOS_AS2_003', 'a-confirmer'],
      ['PCOS_AS2_004', 'a-confirmer'],
    ]);
  });

  test('a duplicate names the other rows, and keeps the row that is at its place', () => {
    const found = foundBy(session, 'ref-doublon');
    expect(found.map(({ related, fixes: [fix] }) => [related.length, fix?.edits[0]?.set])).toEqual([
      [1, 'PCOS_AS2_001'],
      [2, 'PCOS_AS2_002'],
      [1, undefined],
      [2, undefined],
      [2, 'PVRC_AS3_002'],
    ]);
  });

  test('a wildcard and a BOP with two services are told, and left out of the plan', () => {
    const [joker] = foundBy(session, 'ref-joker');
    expect(joker?.fixes.map(({ edits, horsPlan }) => [edits[0]?.set, horsPlan])).toEqual([['PHCV_AS2_001', true]]);
    expect(foundBy(session, 'bop-repete').map(({ severity, fixes }) => [severity, fixes.length])).toEqual([
      ['info', 0],
      ['info', 0],
    ]);
  });

  test('the whole repair gives the references of the gold, without a duplicate', () => {
    const scratch = sessionOf(seedGrid(form));
    planRepair(scratch);
    const annexe = scratch.annexe();
    const refs = annexe.grid.values
      .map((row, index) => (annexe.kinds[index] === Kind.objectif ? row[annexe.columns.ref] : null))
      .filter((ref) => ref !== null);
    expect(refs).toEqual(gold.map(({ ref_attendue }) => ref_attendue).filter((ref) => ref !== ''));
    expect(scratch.countOf('ref-doublon')).toBe(0);
  });
});

describe('the seed at 2024', () => {
  const session = sessionOf(seedGrid('txt'), 2024);

  test('the programmes that changed are named with what took over', () => {
    const seen = foundBy(session, 'bop-millesime').map(({ ref, fixes: [fix] }) => [ref, fix?.label, fix?.safety]);
    expect(seen).toEqual([
      ['PDEE_AS2_005', 'Remplacer 167 par 169', 'a-confirmer'],
      ['PCOS_AS1_OO1', 'Remplacer 224 par 361', 'a-confirmer'],
      ['PCOS_AS4_001', 'Remplacer 167 par 169', 'a-confirmer'],
      ['PCOS_AS4_002', 'Remplacer 167 par 169', 'a-confirmer'],
      ['PCOS_AS5_001', 'Remplacer 224 par 361', 'a-confirmer'],
      ['', 'Remplacer CNDS par ANS', 'a-confirmer'],
      ['PCOS_AS5_002', 'Remplacer CNDS par ANS', 'a-confirmer'],
    ]);
  });

  test('there are no pillars: their rule does not run, and says why', () => {
    const refused = session.notExecuted().find(({ id }) => id === 'ref-hors-pilier');
    expect(refused?.raison).toMatch(/Quartiers 2030/);
    expect(refsOf(session, 'section-inconnue')).toEqual([]);
  });
});

describe('what a rule says', () => {
  test('the header words that are looked for name their column', () => {
    const [first = [], ...rest] = [
      ['Objectif', 'Indicateur', 'BOP'],
      ['Agir', 'Nombre', '147'],
    ];
    const others = sessionOf(gridOf([first, ...rest]));
    const seen = [
      ...foundBy(others, 'colonne-manquante'),
      ...foundBy(sessionOf(gridOf([['Réf', 'Service', 'Cible', 'Signataire', 'BOP']])), 'colonne-manquante'),
      ...foundBy(sessionOf(gridOf([['Réf', 'Service', 'Cible', 'Objectif']])), 'colonne-manquante'),
    ];
    const named = new Map(seen.map(({ at, message }) => [at.column, String(message.facts['mots'])]));
    expect([...named.keys()].sort()).toEqual(['bop', 'cible', 'indicateur', 'objectif', 'ref', 'service']);
    for (const [column, mots] of named) {
      const words = mots.split(/»[^«]*/).map((mot) => mot.replace(/^«\s*/, '').trim());
      for (const word of words.filter(Boolean)) expect([word, matchHeading(word)]).toEqual([word, column]);
    }
  });

  test('a placeholder in capitals is no BOP', () => {
    const session = sessionOf(
      gridOf([
        ['Réf', 'Objectif', 'BOP'],
        ['PDEE_AS1_001', 'Agir', 'SANS OBJET'],
      ]),
    );
    expect(refsOf(session, 'bop-inconnu')).toEqual([]);
  });

  test('texts are mended once: nothing is left to say after', () => {
    const nasty = [' a', 'a ', 'a  b', 'a\u00a0 b', 'a \n b', 'a , b', 'a\u200b .', '\ta', 'a\u00ad', '\n  \n a .'];
    for (const text of nasty) {
      const session = sessionOf(
        gridOf([
          ['Réf', 'Objectif', 'BOP'],
          ['PDEE_AS1_001', text, '147'],
        ]),
      );
      const [found] = foundBy(session, 'texte-espaces');
      expect([text, found?.fixes.length]).toEqual([text, 1]);
      session.edit(1, 1, found?.fixes[0]?.edits[0]?.set ?? null);
      expect([text, session.countOf('texte-espaces')]).toEqual([text, 0]);
    }
  });

  test('a list keeps its separators when one of its items goes or changes', () => {
    expect(rewriteList('102, 163 ; 147', ['102', '163', '147'], ['102', null, '147'])).toBe('102 ; 147');
    expect(rewriteList('102, 163', ['102', '163'], [null, '163'])).toBe('163');
    expect(rewriteList('BOP\u00a0102\nP147', ['BOP 102', 'P147'], ['104', 'P147'])).toBe('104\nP147');
    expect(rewriteList('102', ['163'], ['163'])).toBeNull();
  });

  test('the same pair in two spellings goes once, from both lists', () => {
    const rows = [
      ['Réf', 'Objectif', 'BOP', 'Service'],
      ['PDEE_AS1_001', 'Agir', '147 163 147', 'DDCSPP, ARS, ddcspp'],
    ];
    const [found] = foundBy(sessionOf(gridOf(rows)), 'bop-repete');
    expect(found?.severity).toBe('avertissement');
    expect(found?.fixes[0]?.edits.map(({ set }) => set)).toEqual(['147 163', 'DDCSPP, ARS']);
    expect(found && tell(found, RULES)).toMatch(/^«\s147 \/ ddcspp\s»/);
  });
});
