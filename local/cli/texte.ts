import { countLignes, sectionLue, type SectionLue } from '../../shared/annexe';
import { describe, GRAVITES, type Diagnostic, type Gravite, type Resume } from '../../shared/lint';
import { textOf, valueAt } from '../../shared/sheet';
import { enumerate, formatNumber, NBSP, plural, typography } from '../../shared/text';
import { acceptedIn, isOpen, openResume } from './accepted';
import { RULES } from './composition';
import { writeHead } from './head';
import type { Opened } from './open';
import type { Style, Styles, Terminal } from './terminal';
import { hang, padEnd, printable, shorten } from './wrap';

const ICONS: Readonly<Record<Gravite, string>> = { erreur: '✖', avertissement: '▲', info: 'ℹ' };

/** "▲ avertissement" */
const LABEL_WIDTH = 15;
/** Narrower than this, the message goes under its label. */
const NARROW = 72;
/** Other cells of a finding shown by their address; a longer list is counted in the message. */
const MOST_RELATED = 6;

/** The findings for a terminal: by section, then by row; what was checked comes last, where the eye is. */
export function writeTexte(opened: Opened, terminal: Terminal): void {
  writeHead(opened, terminal);
  const { session, grid } = opened;
  const corrections: Corrections = { safe: 0, confirm: 0, choices: 0 };
  const table = session.tableDiagnostics().filter((diagnostic) => isOpen(opened, diagnostic));
  if (table.length > 0) terminal.out(`\n${terminal.styles.bold('Toute la feuille')}\n`);
  for (const diagnostic of table) writeDiagnostic(opened, diagnostic, terminal);
  let section: number | null = null;
  for (const row of session.rowsWithFindings()) {
    const index = opened.annexe.sectionOf[row] ?? -1;
    if (index !== section) writeSection(sectionLue(opened.annexe, index), terminal);
    section = index;
    const diagnostics = session.diagnosticsOf(row).filter((diagnostic) => isOpen(opened, diagnostic));
    if (diagnostics.length === 0) continue;
    const place = diagnostics[0]?.at.cell.row ?? grid.origin.row + row;
    writeRow(opened, place - grid.origin.row, diagnostics[0]?.ref ?? '', terminal);
    for (const diagnostic of diagnostics) {
      writeDiagnostic(opened, diagnostic, terminal);
      count(corrections, diagnostic);
    }
  }
  writeClosing(opened, corrections, terminal);
}

/** How many findings have a correction: counted on the way, since a large sheet tells its findings slowly. */
interface Corrections {
  safe: number;
  /** Made by `--tout`. */
  confirm: number;
  /** Several corrections, or one that no plan takes: the agent's choice. */
  choices: number;
}

function count(corrections: Corrections, { fixes }: Diagnostic): void {
  const planned = fixes.filter(({ horsPlan }) => !horsPlan);
  if (planned.length === 1) corrections[planned[0]?.safety === 'sure' ? 'safe' : 'confirm']++;
  else if (fixes.length > 0) corrections.choices++;
}

function writeSection(section: SectionLue | null, { columns, styles, out }: Terminal): void {
  out(`\n${hang('', printable(sectionName(section)), columns, styles.bold)}`);
}

/** "Cohésion sociale › Axe 2 : Lutter contre…" */
function sectionName(section: SectionLue | null): string {
  if (section === null) return 'Hors section';
  const { niveau, numero, titre, pilier } = section;
  if (niveau === 'pilier') return titre;
  const axe = niveau === 'transversal' ? 'Axe transversal' : numero > 0 ? `Axe ${numero}` : 'Axe';
  const name = titre === '' ? axe : `${axe}${NBSP}: ${titre}`;
  return pilier === '' || niveau === 'transversal' ? name : `${pilier} › ${name}`;
}

function writeRow(opened: Opened, row: number, ref: string, { columns, styles, out }: Terminal): void {
  const name = ref === '' ? '' : ` · ${printable(ref)}`;
  const first = `  ligne${NBSP}${opened.ligneOf(row)}${name}`;
  const place = opened.annexe.columns.objectif;
  const objectif = place < 0 ? '' : printable(textOf(valueAt(opened.grid, row, place))).trim();
  const rest = objectif === '' ? '' : ` · ${objectif}`;
  out(`${first}${styles.dim(shorten(rest, columns - first.length))}\n`);
}

function writeDiagnostic(opened: Opened, diagnostic: Diagnostic, terminal: Terminal): void {
  const { columns, styles, out } = terminal;
  const { severity, rule, at } = diagnostic;
  const label = padEnd(`${ICONS[severity]} ${severity}`, LABEL_WIDTH);
  const cell = padEnd(at.column === null ? '' : opened.celluleOf(at.cell), 5);
  const head = `    ${styleOf(styles, severity)(label)} ${cell} `;
  const width = 4 + LABEL_WIDTH + 1 + cell.length + 1;
  const narrow = columns < NARROW;
  const indent = ' '.repeat(narrow ? 6 : width);
  const message = `${printable(describe(diagnostic, RULES))}${relatedOf(opened, diagnostic)} [${rule}]`;
  const lines = hang(indent, message, columns);
  out(narrow ? `${head.trimEnd()}\n${lines}` : head + lines.slice(width));
  for (const { label: fix, safety } of diagnostic.fixes) {
    const safe = safety === 'sure' ? 'sûre' : 'à confirmer';
    out(hang(`${indent}→ `, `${printable(fix)} (${safe})`, columns, safety === 'sure' ? styles.green : styles.dim));
  }
}

function relatedOf(opened: Opened, { related, at }: Diagnostic): string {
  if (related.length > MOST_RELATED) return '';
  const cells = related.map((cell) => opened.celluleOf(cell)).filter((cell) => cell !== opened.celluleOf(at.cell));
  return cells.length === 0 ? '' : ` (voir ${cells.join(', ')})`;
}

export function styleOf(styles: Styles, gravite: Gravite): Style {
  return { erreur: styles.red, avertissement: styles.yellow, info: styles.blue }[gravite];
}

function writeClosing(opened: Opened, corrections: Corrections, terminal: Terminal): void {
  const { columns, styles, out } = terminal;
  out(`\n${styles.dim('─'.repeat(Math.min(columns, 60)))}\n`);
  const accepted = acceptedIn(opened);
  out(`${resumeLine(openResume(opened, accepted), styles)}\n`);
  if (accepted.length > 0)
    out(`${plural(accepted.length, 'constat accepté', 'constats acceptés')} avec motif dans le classeur.\n`);
  out(hang('', checkedLine(opened), columns, styles.bold));
  const refused = opened.session.notExecuted();
  if (refused.length > 0) {
    out(`${plural(refused.length, 'règle non exécutée', 'règles non exécutées')}${NBSP}:\n`);
    for (const { id, raison } of refused) out(hang(`  ${id}${NBSP}: `, printable(raison), columns));
  }
  const advice = fixAdvice(corrections);
  if (advice === null) return;
  out(hang('', advice, columns));
  const command = `  annexe corriger ${shellName(opened.path)} -o SORTIE`;
  if (corrections.safe > 0) out(`${command}\n`);
  if (corrections.confirm > 0) out(`${command} --tout\n`);
}

/** "✖ 14 erreurs   ▲ 2 avertissements   ℹ 0 info" */
export function resumeLine(resume: Resume, styles: Styles): string {
  const count = (gravite: Gravite): string => {
    const text = `${ICONS[gravite]} ${plural(resume[gravite], gravite)}`;
    return resume[gravite] === 0 ? styles.dim(text) : styleOf(styles, gravite)(text);
  };
  return GRAVITES.map(count).join('   ');
}

function checkedLine({ session, annexe }: Opened): string {
  const { lignes, objectifs } = countLignes(annexe);
  const rules = plural(session.executed().length, 'règle a contrôlé', 'règles ont contrôlé');
  const rows = `${plural(lignes, 'ligne')} (${plural(objectifs, 'objectif')})`;
  const all = session.notExecuted().length === 0 ? ' ; aucune n’a été laissée de côté' : '';
  return typography(`${rules} ${rows}${all}.`);
}

/** What can be corrected, and how; null when nothing can. */
function fixAdvice({ safe, confirm, choices }: Corrections): string | null {
  const kinds = [
    ...(safe === 0 ? [] : [plural(safe, 'sûre')]),
    ...(confirm === 0 ? [] : [`${formatNumber(confirm)} à confirmer (--tout)`]),
    ...(choices === 0 ? [] : [`${formatNumber(choices)} au choix, à faire à la main`]),
  ];
  return kinds.length === 0 ? null : typography(`Corrections possibles : ${enumerate(kinds)}.`);
}

/** The name as any shell takes it; a word to replace when it holds what a shell would obey. */
function shellName(name: string): string {
  if (/^[\w./\\:-]+$/.test(name)) return name;
  return /["$`!%\u0000-\u001f]/.test(name) ? 'FICHIER' : `"${name}"`;
}
