import { countLignes } from '../../shared/annexe';
import { isSession, openSession, type Session } from '../../shared/lint';
import { parseMillesime, type Millesime } from '../../shared/referential';
import { RULES } from '../../shared/rules';
import { gridOf, type Grid, type Scalar } from '../../shared/sheet';
import { referential } from '../referential/referential-seed';

/** A sheet with what its author expects of each row. README.md says how one is written. */
export interface Scenario {
  readonly millesime: Millesime;
  readonly nonExecutees: readonly string[];
  readonly objectifs: number | null;
  readonly grid: Grid;
  /** For each row of the grid: its line in the file, and the rules that must speak. */
  readonly attendus: readonly { readonly ligne: number; readonly regles: readonly string[] }[];
}

const ATTENDU = 'attendu';
const NUMBER = /^\d+(,\d+)?$/;
const ids = (text: string): string[] => text.split(/[\s,;]+/).filter((id) => id !== '');

/** Reads a scenario; throws, in French, what its author has to mend. */
export function parseScenario(text: string): Scenario {
  const notes = new Map<string, string>();
  const lines: { ligne: number; cells: string[] }[] = [];
  for (const [index, line] of text.replace(/\r/g, '').replace(/\n$/, '').split('\n').entries()) {
    const [, name, value] = /^#\s*([^:]+?)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined) notes.set(name.toLowerCase(), value ?? '');
    if (!line.startsWith('#')) lines.push({ ligne: index + 1, cells: line.split('\t') });
  }
  const column = Math.max(...lines.map(({ cells }) => cells.findIndex((cell) => ids(cell)[0] === ATTENDU)));
  if (column < 0) throw new Error(`Aucune colonne « ${ATTENDU} » : ajoutez-la au bout de la ligne d’en-tête.`);
  const numbers = notes.get('nombres') === 'oui';
  return {
    millesime: parseMillesime(notes.get('millésime') ?? '2015') ?? 2015,
    nonExecutees: ids(notes.get('non exécutées') ?? ''),
    objectifs: notes.has('objectifs') ? Number(notes.get('objectifs')) : null,
    grid: gridOf(lines.map(({ cells }) => cells.slice(0, column).map((cell) => valueOf(cell, numbers)))),
    attendus: lines.map(({ ligne, cells }) => {
      if (cells.length > column + 1) throw new Error(`Ligne ${ligne} : « ${ATTENDU} » doit être la dernière colonne.`);
      return { ligne, regles: known(ligne, ids(cells[column] ?? '')) };
    }),
  };
}

function known(ligne: number, regles: readonly string[]): string[] {
  const wanted = regles.filter((id) => id !== ATTENDU);
  const unknown = wanted.find((id) => !RULES.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new Error(`Ligne ${ligne} : « ${unknown} » n’est pas une règle.`);
  return wanted.sort();
}

/** "\n" and "\u00a0" are typed as they are read here: nobody sees the true ones in a file. */
function valueOf(cell: string, numbers: boolean): Scalar {
  if (numbers && NUMBER.test(cell)) return Number(cell.replace(',', '.'));
  return cell
    .replace(/\\n/g, '\n')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What differs from what was expected, in French, line by line; empty when all is as it should be. */
export function ecarts(scenario: Scenario): string[] {
  const { grid, millesime, attendus, nonExecutees, objectifs } = scenario;
  const session = openSession(grid, { referential, rules: RULES, millesime });
  if (!isSession(session)) return ['Ce n’est pas une annexe : aucun en-tête n’est reconnu.'];
  const found = session.diagnostics();
  const lines = attendus.flatMap(({ ligne, regles }, row) => {
    const told = found.filter(({ at }) => at.cell.row === row).map(({ rule }) => rule);
    return differ(told, regles)
      ? [`ligne ${ligne} : attendu « ${regles.join(' ')} », trouvé « ${told.sort().join(' ')} »`]
      : [];
  });
  return [...lines, ...ecartsDeLecture(session, nonExecutees, objectifs)];
}

function ecartsDeLecture(session: Session, nonExecutees: readonly string[], objectifs: number | null): string[] {
  const refused = session.notExecuted().map(({ id }) => id);
  const counted = countLignes(session.annexe()).objectifs;
  return [
    ...(differ(refused, nonExecutees)
      ? [`non exécutées : attendu « ${nonExecutees.join(' ')} », trouvé « ${refused.join(' ')} »`]
      : []),
    ...(objectifs !== null && counted !== objectifs ? [`objectifs : attendu ${objectifs}, trouvé ${counted}`] : []),
  ];
}

const differ = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() !== [...other].sort().join();
