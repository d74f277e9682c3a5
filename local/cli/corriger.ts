import { NBSP, plural, typography } from '../../shared/text';
import { foldEdits, planRepair, type PlanStep } from '../../shared/lint';
import { printRow, textOf, type Edit } from '../../shared/sheet';
import { showChange } from './change';
import { Exit, type Command } from './command';
import { checkTarget, writeBytes, type WriteTarget } from './files';
import { openBytes, scratchOf, type Opened } from './open';
import { FEUILLE, MILLESIME, openOperand, REMPLACER, SORTIE } from './options';
import { endingOf, formatOf } from './formats';
import { refuse } from './refuse';
import { writeLeft } from './reste';
import type { Terminal } from './terminal';
import { openResume } from './accepted';
import { resumeLine } from './texte';
import { hang, padEnd, printable } from './wrap';
import { formulaCount, withEdits } from './withEdits';

export const corriger: Command = {
  spec: {
    name: 'corriger',
    summary: 'écrit une copie corrigée, et dit chaque changement ; le fichier d’entrée n’est jamais modifié',
    details: [
      'Sans --tout, seules les corrections sûres sont faites : celles dont le résultat se suffit à lui-même. Avec --tout, le plan entier : relisez-le.',
      'La copie a le format de l’entrée, et tout ce qui n’est pas corrigé y reste tel quel. Une sortie qui existe déjà est refusée, sauf avec --remplacer.',
      'Code de sortie : 0 quand la copie est écrite, 2 sinon.',
    ],
    operands: [{ name: 'FICHIER', required: true }],
    options: [
      { ...SORTIE, required: true, summary: 'la copie à écrire' },
      { name: 'tout', summary: 'fait aussi les corrections à confirmer (axes, piliers, doublons…)' },
      REMPLACER,
      MILLESIME,
      FEUILLE,
    ],
    examples: [
      'annexe corriger annexe-7.xlsx -o annexe-7-corrigee.xlsx',
      'annexe corriger annexe-7.csv -o propre.csv --tout',
    ],
  },
  run(args, terminal) {
    const path = args.value('sortie') ?? '';
    const target: WriteTarget = { path, replace: args.has('remplacer'), inputs: [args.operand(0)] };
    const opened = openOperand(args, 0, terminal);
    checkTarget(target);
    checkFormat(opened, path);
    const { steps } = planRepair(scratchOf(opened), !args.has('tout'));
    const edits = editsOf(opened, steps);
    const bytes = withEdits(opened, edits);
    const after = openBytes(opened.path, bytes, { feuille: sheetOf(opened), millesime: opened.millesime });
    writeBytes(target, bytes);
    writeChanges(opened, edits, steps, terminal);
    writeOutcome(opened, after, path, edits.length, terminal);
    return Exit.ok;
  },
};

function checkFormat(opened: Opened, path: string): void {
  const format = formatOf(path);
  if (format === opened.format) return;
  refuse(
    `L’entrée est au format .${opened.format} et la sortie finit par .${endingOf(path)} ; donnez-leur le même format, puis utilisez annexe convertir.`,
  );
}

const sheetOf = ({ source, feuille }: Opened): string | undefined => (source.kind === 'xlsx' ? feuille : undefined);

/** One edit a cell, each made for the row as the file holds it. */
function editsOf({ grid }: Opened, steps: readonly PlanStep[]): Edit[] {
  return foldEdits(steps)
    .map((edit) => ({ ...edit, row: printRow(grid, edit.at.row - grid.origin.row) }))
    .sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
}

function writeChanges(opened: Opened, edits: readonly Edit[], steps: readonly PlanStep[], terminal: Terminal): void {
  const { columns, styles, out } = terminal;
  for (const { at, expect, set } of edits) {
    const made = steps.filter((step) =>
      step.edits.some((edit) => edit.at.row === at.row && edit.at.column === at.column),
    );
    const rules = [...new Set(made.flatMap((step) => step.rules))].join(', ');
    const confirmed = made.some(({ safety }) => safety === 'a-confirmer') ? ', à relire' : '';
    const cell = padEnd(opened.celluleOf(at), 5);
    const change = `${showChange(textOf(expect), textOf(set))} [${rules}${confirmed}]`;
    out(hang(`  ${cell} `, change, columns, confirmed === '' ? undefined : styles.yellow));
  }
  if (edits.length > 0) out('\n');
}

function writeOutcome(before: Opened, after: Opened, path: string, count: number, terminal: Terminal): void {
  const { columns, styles, out } = terminal;
  const done = count === 0 ? 'Rien à corriger' : plural(count, 'cellule corrigée', 'cellules corrigées');
  out(hang('', typography(`${done} ; copie écrite dans ${printable(path)}.`), columns, styles.bold));
  out(`Avant${NBSP}: ${resumeLine(openResume(before), styles)}\n`);
  out(`Après${NBSP}: ${resumeLine(openResume(after), styles)}\n`);
  writeLeft(after, terminal);
  if (count > 0 && formulaCount(before) > 0) {
    out(
      hang(
        '',
        typography(
          'Le classeur contient des formules : Excel les recalcule à l’ouverture ; sinon, pressez Ctrl+Alt+F9.',
        ),
        columns,
      ),
    );
  }
}
