import { COLUMN_LABELS, COLUMNS, type ColumnId } from '../../shared/annexe';
import {
  compareAnnexes,
  describeConflict,
  describeDifference,
  mergeAnnexes,
  type Difference,
} from '../../shared/exchange';
import { commonColumns, comparableRows } from '../../shared/exchange/comparableRows';
import { enumerate, NBSP, plural, quote, typography } from '../../shared/text';
import { wrong } from './args';
import { Exit, type Command } from './command';
import { checkTarget, writeBytes, type WriteTarget } from './files';
import { endingOf, formatOf } from './formats';
import { mergedFile } from './fusion';
import { openAnnexe, type Opened } from './open';
import { FEUILLE, MILLESIME, openOperand, REMPLACER, SORTIE } from './options';
import { refuse } from './refuse';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';

export const comparer: Command = {
  spec: {
    name: 'comparer',
    summary: 'dit ce qui change d’une version à l’autre, objectif par objectif ; avec --base, fusionne deux versions',
    details: [
      'Les lignes se retrouvent par leur référence, sinon par leur contenu. Les titres de section ne sont pas comparés.',
      'Avec --base (la version dont les deux autres viennent), ce qu’un seul a changé est repris ; ce que les deux ont changé autrement est un conflit, listé. -o écrit la fusion : la copie d’ANCIEN avec les changements de NOUVEAU ; une cellule en conflit y garde la valeur d’ANCIEN.',
      'Code de sortie : 0 si rien ne diffère ou, avec --base, si rien n’est en conflit ; 1 s’il y a des différences ou, avec --base, des conflits ; 2 si un fichier est inutilisable.',
    ],
    operands: [
      { name: 'ANCIEN', required: true },
      { name: 'NOUVEAU', required: true },
    ],
    options: [
      { name: 'base', value: 'COMMUN', summary: 'la version dont les deux autres viennent' },
      { ...SORTIE, summary: 'le fichier où écrire la fusion (avec --base)' },
      REMPLACER,
      MILLESIME,
      FEUILLE,
    ],
    examples: [
      'annexe comparer juin.xlsx juillet.xlsx',
      'annexe comparer ville.xlsx etat.xlsx --base juin.xlsx -o fusion.xlsx',
    ],
  },
  run(args, terminal) {
    const base = args.value('base');
    const output = args.value('sortie');
    if (output !== undefined && base === undefined) {
      return wrong(comparer.spec, 'Sans --base, il n’y a rien à fusionner : retirez -o, ou donnez la version commune');
    }
    const ours = openOperand(args, 0, terminal);
    const theirs = openOperand(args, 1, terminal);
    if (base === undefined) return writeDifferences(ours, theirs, terminal);
    const asked = { feuille: args.value('feuille') };
    const common = openAnnexe(base, ours.source.kind === 'xlsx' && formatOf(base) === 'xlsx' ? asked : {});
    const inputs = [ours.path, theirs.path, common.path];
    const target = output === undefined ? null : { path: output, replace: args.has('remplacer'), inputs };
    return writeMerge(common, ours, theirs, target, terminal);
  },
};

function writeDifferences(before: Opened, after: Opened, terminal: Terminal): Exit {
  const { columns, styles, out } = terminal;
  out(hang('', `${before.fichier} → ${after.fichier}`, columns, styles.bold));
  const columnsToo = writeLostColumns([before, after], terminal);
  const compared = commonColumns(before.annexe, after.annexe);
  const differences = compareAnnexes(rowsOf(before, compared), rowsOf(after, compared));
  for (const difference of differences) {
    const mark = {
      added: styles.green('+'),
      removed: styles.red('−'),
      moved: styles.blue('↕'),
      changed: styles.yellow('~'),
    };
    const lines = hang('    ', printable(describeDifference(difference, titleOf)), columns);
    out(`  ${mark[difference.kind]} ${lines.slice(4)}`);
  }
  out(`${differences.length > 0 ? '\n' : ''}${hang('', countsOf(differences, before, after), columns, styles.bold)}`);
  return differences.length > 0 || columnsToo ? Exit.found : Exit.ok;
}

const rowsOf = (opened: Opened, columns: readonly ColumnId[]) =>
  comparableRows(opened.annexe, columns, (row) => opened.ligneOf(row) - 1);

const titleOf = (column: string): string => COLUMN_LABELS[COLUMNS.find((known) => known === column) ?? 'ref'];

/** Columns that not all the versions have: said, and not compared. */
function writeLostColumns(versions: readonly Opened[], { columns, out }: Terminal): boolean {
  const common = commonColumns(...versions.map(({ annexe }) => annexe));
  const lost = COLUMNS.filter((id) => !common.includes(id) && versions.some(({ annexe }) => annexe.columns[id] >= 0));
  if (lost.length === 0) return false;
  const names = enumerate(lost.map((id) => quote(COLUMN_LABELS[id])));
  out(hang('  ▲ ', typography(`Colonnes qui ne sont pas partout, et ne sont pas comparées : ${names}.`), columns));
  return true;
}

function countsOf(differences: readonly Difference[], before: Opened, after: Opened): string {
  const count = (kind: Difference['kind']): number =>
    differences.filter((difference) => difference.kind === kind).length;
  const compared = `${rowsOf(before, []).length} et ${rowsOf(after, []).length} lignes comparées`;
  if (differences.length === 0) return typography(`Aucune différence : ${compared}.`);
  const parts = [
    plural(count('changed'), 'ligne modifiée', 'lignes modifiées'),
    plural(count('added'), 'ajoutée'),
    plural(count('removed'), 'supprimée'),
    plural(count('moved'), 'déplacée ou renommée', 'déplacées ou renommées'),
  ];
  return typography(`${plural(differences.length, 'différence')} : ${enumerate(parts)} (${compared}).`);
}

function writeMerge(base: Opened, ours: Opened, theirs: Opened, target: WriteTarget | null, terminal: Terminal): Exit {
  const { columns, styles, out } = terminal;
  if (target !== null) checkMergeTarget(ours, target);
  const what = `Fusion de ${ours.fichier} (vous) et de ${theirs.fichier} (l’autre), à partir de ${base.fichier}`;
  out(hang('', what, columns, styles.bold));
  writeLostColumns([base, ours, theirs], terminal);
  const compared = commonColumns(base.annexe, ours.annexe, theirs.annexe);
  const ourRows = rowsOf(ours, compared);
  const theirRows = rowsOf(theirs, compared);
  const merge = mergeAnnexes(rowsOf(base, compared), ourRows, theirRows);
  for (const conflict of merge.conflicts) {
    const lines = hang('    ', printable(describeConflict(conflict, titleOf)), columns);
    out(`  ${styles.red('✖')} ${lines.slice(4)}`);
  }
  const file = mergedFile(ours, theirs, merge, compared);
  const taken = [
    plural(file.cells, 'cellule reprise', 'cellules reprises'),
    plural(file.added, 'ligne ajoutée', 'lignes ajoutées'),
    plural(file.removed, 'ligne supprimée', 'lignes supprimées'),
  ];
  out(
    hang(
      '',
      typography(`De ${theirs.fichier} : ${enumerate(taken)}. ${conflictsOf(merge.conflicts.length)}`),
      columns,
      styles.bold,
    ),
  );
  if (target !== null) {
    writeBytes(target, file.bytes());
    out(hang('', typography(`Fusion écrite dans ${printable(target.path)}.`), columns));
    for (const remarque of file.remarques) out(hang('▲ ', typography(remarque), columns));
  }
  return merge.conflicts.length === 0 ? Exit.ok : Exit.found;
}

function conflictsOf(count: number): string {
  if (count === 0) return 'Aucun conflit.';
  return `${plural(count, 'conflit')} : la valeur d’ANCIEN est gardée.`.replace(' :', `${NBSP}:`);
}

function checkMergeTarget(ours: Opened, target: WriteTarget): void {
  checkTarget(target);
  if (formatOf(target.path) !== ours.format) {
    refuse(
      `ANCIEN est au format .${ours.format} et la sortie finit par .${endingOf(target.path)} ; donnez-leur le même format.`,
    );
  }
}
