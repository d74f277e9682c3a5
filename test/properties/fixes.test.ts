import fc from 'fast-check';
import { Kind, parseRef } from '../../shared/annexe';
import {
  foldEdits,
  isSession,
  openSession,
  planRepair,
  type Diagnostic,
  type Fix,
  type PlanStep,
  type Session,
} from '../../shared/lint';
import type { Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { applyTo, gridOf, type Grid } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';
import { variant } from './variants';

const millesime = fc.constantFrom<Millesime>(2015, 2015, 2024);

/** Null when the changes left no annexe. */
function open(grid: Grid, year: Millesime): Session | null {
  const session = openSession(grid, { referential, rules: RULES, millesime: year });
  return isSession(session) ? session : null;
}

function planned(grid: Grid, year: Millesime, onlySafe: boolean): { grid: Grid; steps: readonly PlanStep[] } {
  const scratch = open(grid, year);
  const steps = scratch === null ? [] : planRepair(scratch, onlySafe).steps;
  return { grid: applyTo(grid, foldEdits(steps)), steps };
}

test.each([
  ['the safe fixes', true],
  ['the whole plan', false],
])('%s twice change what they change once', (_, onlySafe) => {
  fc.assert(
    fc.property(variant, millesime, (grid, year) => {
      const once = planned(grid, year, onlySafe);
      expect(planned(once.grid, year, onlySafe).steps.map(({ rules, label }) => [rules, label])).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the safe fixes add no erreur', () => {
  fc.assert(
    fc.property(variant, millesime, (grid, year) => {
      const faults = (sheet: Grid): number => open(sheet, year)?.resume().erreur ?? 0;
      expect(faults(planned(grid, year, true).grid)).toBeLessThanOrEqual(faults(grid));
    }),
    { numRuns: 60 },
  );
});

test('the whole plan leaves no reference twice', () => {
  fc.assert(
    fc.property(variant, (grid) => {
      const repaired = open(planned(grid, 2015, false).grid, 2015);
      if (repaired === null) return;
      const { kinds, columns, grid: sheet } = repaired.annexe();
      const refs = sheet.values.flatMap((row, index) => {
        const ref = parseRef(String(row[columns.ref] ?? ''));
        // A code of its own has no rank to give: nobody but the agent can make it another.
        return kinds[index] === Kind.objectif && ref.forme === 'canonique' ? [ref.normalisee] : [];
      });
      expect(refs.filter((ref, index) => refs.indexOf(ref) < index)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe('of two rows that belong at the same place', () => {
  const offered = (...refs: readonly string[]): unknown[] => {
    const rows = refs.map((ref, index) => [ref, `Objectif ${index}`, '147', 'DDCSPP']);
    const head = [['Réf', 'Objectif', 'BOP', 'Service'], ['Pilier Cohésion sociale'], ['Axe stratégique 2 : Deux']];
    const session = open(gridOf([...head, ...rows]), 2015);
    return refs.map((_, index) => session?.diagnosticsOf(head.length + index)[0]?.fixes[0]?.edits[0]?.set ?? null);
  };

  test('the first is offered it, the other the next free one', () => {
    expect(offered('PCOS_AS3_001', 'PVRC_AS2_001', 'PCOS_AS2_004')).toEqual(['PCOS_AS2_001', 'PCOS_AS2_005', null]);
  });

  test('the one that bears it keeps it, wherever it stands', () => {
    expect(offered('PCOS_AS2_001', 'PCOS_AS2_001')).toEqual([null, 'PCOS_AS2_002']);
    expect(offered('PCOS_AS3_001', 'PCOS_AS2_001')).toEqual(['PCOS_AS2_002', null]);
  });
});

test('the plan takes nothing that is left to the agent', () => {
  const writes = ({ edits }: Pick<Fix, 'edits'>): string[] =>
    edits.map(({ at, set }) => `${at.row} ${at.column} ${set}`);
  fc.assert(
    fc.property(variant, millesime, (grid, year) => {
      const fixes =
        open(grid, year)
          ?.diagnostics()
          .flatMap((found) => found.fixes) ?? [];
      const taken = new Set(fixes.filter((fix) => !fix.horsPlan).flatMap(writes));
      const left = fixes
        .filter((fix) => fix.horsPlan)
        .flatMap(writes)
        .filter((write) => !taken.has(write));
      const made = new Set(planned(grid, year, false).steps.flatMap(writes));
      expect(left.filter((write) => made.has(write))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Makes a fix in the session and hands back what takes it back. */
function make(session: Session, fix: Fix): () => void {
  const { origin } = session.annexe().grid;
  for (const { at, set } of fix.edits) session.edit(at.row - origin.row, at.column - origin.column, set);
  return () => {
    for (const { at, expect: before } of fix.edits)
      session.edit(at.row - origin.row, at.column - origin.column, before);
  };
}

/**
 * The same defect on the same cell. A new reference may be that of a row which is itself to move: then the two are told apart by
 * the reference that is twice.
 */
const sameFinding = (one: Diagnostic, other: Diagnostic): boolean =>
  one.at.column === other.at.column && (one.rule !== 'ref-doublon' || one.ref === other.ref);

/** Is the reference that a fix writes borne today by a row that is to leave it? The whole plan moves both, one alone cannot. */
function waitsForAnother(found: readonly Diagnostic[], { at }: Diagnostic, { edits }: Fix): boolean {
  return found.some(
    ({ rule, ref, at: place }) =>
      rule.startsWith('ref-hors-') && place.cell.row !== at.cell.row && parseRef(ref).normalisee === edits[0]?.set,
  );
}

test('each fix, alone, removes its finding and adds no erreur', () => {
  fc.assert(
    fc.property(variant, millesime, (grid, year) => {
      const session = open(grid, year);
      if (session === null) return;
      const faults = session.resume().erreur;
      const all = session.diagnostics();
      for (const found of all) {
        const { rule, at, value } = found;
        for (const fix of found.fixes) {
          const undo = make(session, fix);
          const still = session.diagnosticsOf(at.cell.row, rule).filter((other) => sameFinding(other, found));
          const added = waitsForAnother(all, found, fix) ? 0 : Math.max(0, session.resume().erreur - faults);
          expect([rule, value, fix.label, still.length, added]).toEqual([rule, value, fix.label, 0, 0]);
          undo();
        }
      }
      expect(session.resume().erreur).toBe(faults);
    }),
    { numRuns: 60 },
  );
});
