import fc from 'fast-check';
import type { ComparableRow, Difference } from '../../../shared/exchange';
import { compareAnnexes, describeConflict, describeDifference, mergeAnnexes } from '../../../shared/exchange';

interface Line {
  ref?: string;
  objectif?: string;
  bop?: string;
  service?: string;
}

const rows = (...lines: Line[]): ComparableRow[] =>
  lines.map((line, row) => ({ key: line.ref ?? '', row, cells: { ...line } }));

const A: Line = {
  ref: 'A_001',
  objectif: 'Développer des outils de gestion prévisionnelle',
  bop: '102',
  service: 'DIRECCTE',
};
const B: Line = {
  ref: 'A_002',
  objectif: 'Créer une offre de formation initiale adaptée',
  bop: '304',
  service: 'DDCSPP',
};
const C: Line = { ref: 'A_003', objectif: 'Lutter contre le décrochage scolaire', bop: '147', service: 'CGET' };
const D: Line = {
  ref: 'A_004',
  objectif: 'Soutenir les projets associatifs des habitants',
  bop: '163',
  service: 'DDCSPP',
};

const kinds = (differences: readonly Difference[]) => differences.map(({ kind }) => kind);
const sentence = (differences: readonly Difference[]) => differences.map((each) => describeDifference(each));

describe('compareAnnexes', () => {
  test('the same annexe, blanks and accents composed otherwise apart, has no difference', () => {
    const other = { ...A, objectif: ' Développer  des\noutils de gestion prévisionnelle'.normalize('NFD') };
    expect(compareAnnexes(rows(A, B), rows(other, B))).toEqual([]);
  });

  test('added and removed rows move nobody', () => {
    const differences = compareAnnexes(rows(A, B, C), rows(D, A, C));
    expect(sentence(differences)).toEqual([
      "L'objectif «\u00a0A_004\u00a0» est ajouté (ligne 1).",
      "L'objectif «\u00a0A_002\u00a0» est supprimé (ancienne ligne 2).",
    ]);
  });

  test('changed cells are said with before and after', () => {
    const differences = compareAnnexes(rows(A, B), rows(A, { ...B, bop: '304 147', service: '' }));
    expect(differences).toMatchObject([
      { kind: 'changed', cells: [{ column: 'bop', before: '304', after: '304 147' }, { column: 'service' }] },
    ]);
    expect(describeDifference(differences[0] as Difference, (column) => column.toUpperCase())).toBe(
      "L'objectif «\u00a0A_002\u00a0» (ligne 2)\u00a0: «\u00a0BOP\u00a0» passe de «\u00a0304\u00a0» à «\u00a0304 147\u00a0»\u00a0; " +
        '«\u00a0SERVICE\u00a0» passe de «\u00a0DDCSPP\u00a0» à vide.',
    );
  });

  test('the row that moved is the one blamed, not those it passed', () => {
    const differences = compareAnnexes(rows(A, B, C, D), rows(D, A, B, C));
    expect(sentence(differences)).toEqual(["L'objectif «\u00a0A_004\u00a0» passe de la ligne 4 à la ligne 1."]);
  });

  test('a repaired ref is a move, said once', () => {
    const differences = compareAnnexes(rows(A, { ...B, ref: 'A_OO2' }), rows(A, B));
    expect(sentence(differences)).toEqual(["L'objectif «\u00a0A_OO2\u00a0» devient «\u00a0A_002\u00a0» (ligne 2)."]);
  });

  test('two refs exchanged are two moves, not two rewritten objectives', () => {
    expect(kinds(compareAnnexes(rows(A, B), rows({ ...A, ref: 'A_002' }, { ...B, ref: 'A_001' })))).toEqual([
      'moved',
      'moved',
    ]);
  });

  test('duplicate refs: identical contents first, then the order of occurrence', () => {
    const first = { ...A, ref: 'X' };
    const second = { ...B, ref: 'X' };
    expect(compareAnnexes(rows(first, second), rows(first, second))).toEqual([]);
    const differences = compareAnnexes(rows(first, second), rows({ ...first, bop: '9' }, second));
    expect(differences).toMatchObject([{ kind: 'changed', before: { row: 0 }, after: { row: 0 } }]);
    expect(kinds(compareAnnexes(rows(first, second), rows(second)))).toEqual(['removed']);
    const both = compareAnnexes(rows(first, second), rows({ ...first, bop: '8' }, { ...second, bop: '9' }));
    expect(both).toMatchObject([
      { kind: 'changed', before: { row: 0 }, after: { row: 0 } },
      { kind: 'changed', before: { row: 1 }, after: { row: 1 } },
    ]);
  });

  test('rows without ref are matched by the words of their objective', () => {
    const a = { ...A, ref: '' };
    const b = { ...B, ref: '' };
    const reworded = { ...a, objectif: 'Développer les outils de gestion prévisionnelle des emplois' };
    const differences = compareAnnexes(rows(b, a), rows(reworded, b));
    expect(kinds(differences).sort()).toEqual(['changed', 'moved']);
    expect(kinds(compareAnnexes(rows(a), rows({ objectif: 'Tout autre chose', bop: '102' })))).toEqual([
      'added',
      'removed',
    ]);
  });

  test('comparing tells the truth: its differences rebuild the new version', () => {
    fc.assert(
      fc.property(annexe, annexe, (before, after) => {
        const differences = compareAnnexes(before, after);
        const gone = differences.filter(({ kind }) => kind === 'removed').length;
        const fresh = differences.filter(({ kind }) => kind === 'added').length;
        expect(before.length - gone).toBe(after.length - fresh);
        expect(compareAnnexes(after, after)).toEqual([]);
      }),
    );
  });
});

const word = fc.constantFrom('former', 'loger', 'aider', 'quartier', 'emploi', 'jeunes', 'santé');
const annexe = fc
  .array(
    fc.record({
      ref: fc.constantFrom('', 'R1', 'R2', 'R3', 'R4'),
      objectif: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
      bop: fc.constantFrom('', '102', '147', '304'),
    }),
    { maxLength: 7 },
  )
  .map((lines) => rows(...lines));

describe('mergeAnnexes', () => {
  const merged = (base: ComparableRow[], ours: ComparableRow[], theirs: ComparableRow[]) => {
    const { rows: result, conflicts } = mergeAnnexes(base, ours, theirs);
    return { lines: result.map(({ cells }) => cells), conflicts };
  };

  test('changes of different cells, even of one row, are both taken', () => {
    const { lines, conflicts } = merged(
      rows(A, B),
      rows({ ...A, bop: '103' }, B),
      rows({ ...A, service: 'DDCSPP' }, { ...B, bop: '' }),
    );
    expect(conflicts).toEqual([]);
    expect(lines).toEqual([
      { ...A, bop: '103', service: 'DDCSPP' },
      { ...B, bop: '' },
    ]);
  });

  test('the same change on both sides is one change; blanks are no quarrel', () => {
    const { lines, conflicts } = merged(
      rows(A, B),
      rows({ ...A, bop: '103  147' }, B),
      rows({ ...A, bop: '103 147' }, { ...B, objectif: `${B.objectif} ` }),
    );
    expect(conflicts).toEqual([]);
    expect(lines).toEqual([
      { ...A, bop: '103  147' },
      { ...B, objectif: `${B.objectif} ` },
    ]);
  });

  test('two different changes of one cell are a conflict, our text meanwhile', () => {
    const { lines, conflicts } = merged(rows(A), rows({ ...A, bop: '103' }), rows({ ...A, bop: '104' }));
    expect(lines[0]?.bop).toBe('103');
    expect(conflicts).toMatchObject([{ kind: 'cell', column: 'bop', base: '102', ours: '103', theirs: '104' }]);
    expect(conflicts.map((conflict) => describeConflict(conflict))).toEqual([
      "L'objectif «\u00a0A_001\u00a0», «\u00a0bop\u00a0»\u00a0: au départ «\u00a0102\u00a0», chez vous «\u00a0103\u00a0», " +
        "chez l'autre «\u00a0104\u00a0». Choisissez l'un des deux.",
    ]);
  });

  test('removed by one and untouched by the other is removed, changed by the other is a conflict', () => {
    expect(merged(rows(A, B), rows(B), rows(A, B)).lines).toEqual([B]);
    expect(merged(rows(A, B), rows(A, B), rows(B)).lines).toEqual([B]);
    const theirs = merged(rows(A, B), rows(B), rows({ ...A, bop: '103' }, B));
    expect(theirs.lines).toEqual([{ ...A, bop: '103' }, B]);
    expect(theirs.conflicts).toMatchObject([
      { kind: 'removed-changed', removedBy: 'ours', row: { ours: null, theirs: 0 } },
    ]);
    const ours = merged(rows(A, B), rows({ ...A, bop: '103' }, B), rows(B));
    expect(ours.conflicts.map((conflict) => describeConflict(conflict))).toEqual([
      "L'objectif «\u00a0A_001\u00a0»\u00a0: l'autre a supprimé la ligne, vous avez modifié «\u00a0bop\u00a0». " +
        'La ligne est gardée\u00a0: supprimez-la si besoin.',
    ]);
    expect(merged(rows(A, B), rows(B), rows(B))).toEqual({ lines: [B], conflicts: [] });
  });

  test('rows that one side added stand where they were added, twins become one', () => {
    const { lines, conflicts } = merged(rows(A, B), rows(A, B, D), rows(C, A, D, B));
    expect(lines).toEqual([C, A, B, D]);
    expect(conflicts).toEqual([]);
    const twins = merged(rows(A), rows(A, D), rows(A, { ...D, bop: '147' }));
    expect(twins.lines).toEqual([A, D]);
    expect(twins.conflicts).toMatchObject([{ kind: 'cell', column: 'bop', base: null }]);
  });

  test('a ref repaired by one side and a cell changed by the other go together', () => {
    const broken = { ...B, ref: 'A_OO2' };
    const result = mergeAnnexes(rows(A, broken), rows(A, B), rows(A, { ...broken, bop: '147' }));
    expect(result.conflicts).toEqual([]);
    expect(result.rows[1]).toEqual({ key: 'A_002', cells: { ...B, bop: '147' }, base: 1, ours: 1, theirs: 1 });
  });

  test('what the other side did not touch is ours, whatever it is, and the reverse', () => {
    const cellsOf = (list: readonly { readonly cells: unknown }[]) => list.map(({ cells }) => cells);
    fc.assert(
      fc.property(annexe, annexe, (base, mine) => {
        const ours = mergeAnnexes(base, mine, base);
        expect(ours.conflicts).toEqual([]);
        expect(cellsOf(ours.rows)).toEqual(cellsOf(mine));
        const theirs = mergeAnnexes(base, base, mine);
        expect(theirs.conflicts).toEqual([]);
        expect(
          cellsOf(theirs.rows)
            .map((row) => JSON.stringify(row))
            .sort(),
        ).toEqual(
          cellsOf(mine)
            .map((row) => JSON.stringify(row))
            .sort(),
        );
        expect(mergeAnnexes(base, mine, mine).conflicts).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
