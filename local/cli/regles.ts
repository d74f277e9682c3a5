import { COLUMN_LABELS, COLUMNS } from '../../shared/annexe';
import type { ExampleRow, Rule } from '../../shared/lint';
import { textOf } from '../../shared/sheet';
import { enumerate, NBSP, plural, quote, typography } from '../../shared/text';
import { nearest } from './args';
import { groupRules, needsOf, severitiesOf } from './catalogue';
import { Exit, type Command } from './command';
import { RULES } from './composition';
import { refuse } from './refuse';
import type { Terminal } from './terminal';
import { styleOf } from './texte';
import { hang, padEnd, printable } from './wrap';

export const regles: Command = {
  spec: {
    name: 'regles',
    summary: 'le catalogue des règles ; avec un id, tout ce que dit la règle',
    details: [],
    operands: [{ name: 'ID', required: false }],
    options: [],
    examples: ['annexe regles', 'annexe regles ref-hors-axe'],
  },
  run(args, terminal) {
    const id = args.operand(0);
    if (id === '') writeCatalogue(terminal);
    else writeRule(ruleNamed(id), terminal);
    return Exit.ok;
  },
};

function ruleNamed(id: string): Rule {
  const found = RULES.find((rule) => rule.id === id);
  if (found) return found;
  const near = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  const cure = near === null ? 'Le catalogue : annexe regles' : `Vouliez-vous dire ${quote(near)} ?`;
  return refuse(`La règle ${quote(printable(id), 40)} n’existe pas. ${cure}`);
}

function writeCatalogue({ columns, styles, out }: Terminal): void {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  for (const { titre, rules } of groupRules(RULES)) {
    out(`${styles.bold(titre)}\n`);
    for (const rule of rules) {
      const head = `  ${padEnd(rule.id, width)}  ${padEnd(rule.severity, 13)}  `;
      const lines = hang(head, typography(rule.summary), columns);
      const end = lines.slice(head.length);
      out(`  ${padEnd(rule.id, width)}  ${styleOf(styles, rule.severity)(padEnd(rule.severity, 13))}  ${end}`);
    }
  }
  out(`\n${plural(RULES.length, 'règle')}. Le détail d’une règle${NBSP}: annexe regles ID\n`);
}

function writeRule(rule: Rule, { columns, styles, out }: Terminal): void {
  out(`${styles.bold(rule.id)} · ${styleOf(styles, rule.severity)(enumerate(severitiesOf(rule), 'ou'))}\n`);
  out(hang('', typography(rule.summary), columns));
  out(`\n${hang('Pourquoi  ', typography(rule.why), columns)}`);
  if (rule.source !== undefined) out(hang('Source    ', typography(rule.source), columns));
  const needs = needsOf(rule).map((need) => COLUMN_LABELS[COLUMNS.find((column) => column === need) ?? 'ref']);
  if (needs.length > 0) out(hang('Lit       ', enumerate(needs), columns));
  if (rule.saufMillesime) {
    const { millesime, raison } = rule.saufMillesime;
    out(hang('Sauf      ', typography(`millésime ${millesime} : ${raison}`), columns));
  }
  out(`\n${styles.bold('Signalé')}\n`);
  for (const { lignes, constats, millesime } of rule.examples.invalid) {
    if (millesime === 2024) out(`  ${styles.dim('(millésime 2024)')}\n`);
    for (const ligne of lignes) out(hang('  │ ', rowOf(ligne), columns, styles.dim));
    for (const { message, corrige } of constats) {
      out(hang('    ', message, columns, styleOf(styles, rule.severity)));
      if (corrige !== undefined) out(hang('    → ', printable(textOf(corrige)), columns, styles.green));
    }
  }
  out(`\n${styles.bold('Admis')}\n`);
  for (const { lignes } of rule.examples.valid)
    for (const ligne of lignes) out(hang('  │ ', rowOf(ligne), columns, styles.dim));
}

/** A row of an example in one line: its cells by the title of their column. */
export function rowOf(ligne: ExampleRow): string {
  if (typeof ligne === 'string') return printable(ligne);
  const cells = COLUMNS.flatMap((column) => {
    const value = ligne[column];
    return value === undefined ? [] : [`${COLUMN_LABELS[column]}${NBSP}: ${printable(textOf(value)) || '(vide)'}`];
  });
  return cells.join(' · ');
}
