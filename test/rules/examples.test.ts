import { type ColumnId } from '../../shared/annexe';
import {
  describe as tell,
  isSession,
  openSession,
  type Diagnostic,
  type Example,
  type Session,
} from '../../shared/lint';
import { RULES } from '../../shared/rules';
import { applyTo } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';
import { gridOfExample } from './exampleGrid';

function open(example: Example, grid = gridOfExample(example)): Session {
  const session = openSession(grid, { referential, rules: RULES, millesime: example.millesime ?? 2015 });
  if (!isSession(session)) throw new Error(`not an annexe: ${JSON.stringify(session)}`);
  return session;
}

const NBSP = /[\u00a0\u202f]/g;
const plain = (text: string): string => text.replace(NBSP, ' ');

/** Table findings stand on the header: line 0. */
const placeOf = ({ at }: Diagnostic): { ligne: number; colonne: ColumnId | null } => ({
  ligne: at.cell.row,
  colonne: at.column,
});

for (const rule of RULES) {
  const found = (session: Session): Diagnostic[] => session.diagnostics().filter(({ rule: id }) => id === rule.id);

  describe(rule.id, () => {
    rule.examples.valid.forEach((example, index) => {
      test(`accepts valid example ${index + 1}`, () => {
        expect(found(open(example)).map((diagnostic) => tell(diagnostic, RULES))).toEqual([]);
      });
    });

    rule.examples.invalid.forEach((example, index) => {
      test(`reports invalid example ${index + 1}`, () => {
        const seen = found(open(example)).map((diagnostic) => ({
          ...placeOf(diagnostic),
          message: plain(tell(diagnostic, RULES)),
          ...(diagnostic.fixes[0] ? { corrige: diagnostic.fixes[0].edits[0]?.set } : {}),
        }));
        expect(seen).toEqual(example.constats.map((constat) => ({ ...constat, message: plain(constat.message) })));
      });

      test(`fixes of invalid example ${index + 1} remove their finding and add no fault`, () => {
        const session = open(example);
        for (const diagnostic of found(session)) {
          for (const fix of diagnostic.fixes) {
            const after = open(example, applyTo(gridOfExample(example), fix.edits));
            const same = found(after).filter(
              (other) => JSON.stringify(placeOf(other)) === JSON.stringify(placeOf(diagnostic)),
            );
            expect(same).toEqual([]);
            const faults = (of: Session): number => of.resume().erreur;
            expect(faults(after)).toBeLessThanOrEqual(faults(session));
          }
        }
      });
    });

    test('shows every message in an example, typographically clean', () => {
      const told = new Set(
        rule.examples.invalid.flatMap((example) => found(open(example)).map(({ message }) => message.id)),
      );
      expect([...told].sort()).toEqual(Object.keys(rule.messages).sort());
      for (const example of rule.examples.invalid) {
        for (const diagnostic of found(open(example))) {
          const sentence = tell(diagnostic, RULES);
          expect(sentence).toMatch(/^[A-ZÀ-Ý«0-9].*\.$/s);
          expect(sentence).not.toMatch(/ [:;?!%»]|« | »|undefined|NaN|\[object/);
        }
      }
    });

    test('is named after its file, and every finding is plain data', () => {
      expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const example of rule.examples.invalid) {
        const all = open(example).diagnostics();
        expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      }
    });
  });
}
