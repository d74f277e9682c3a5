import {
  couvertureParGroupe,
  GROUPEMENTS,
  CHAMPS,
  parseChamp,
  type CouvertureParGroupe,
  type Mesure,
} from '../../shared/coverage';
import { COLUMN_LABELS } from '../../shared/annexe';
import { formatPercent, NBSP, plural } from '../../shared/text';
import { referential } from './composition';
import { Exit, type Command } from './command';
import { toCsv } from './csv';
import { writeHead } from './head';
import { toJson } from './json';
import type { Opened } from './open';
import { FEUILLE, FORMAT, MILLESIME, openOperand } from './options';
import { CommandError } from './refuse';
import type { Terminal } from './terminal';
import { hang, padEnd, padStart, printable, shorten, widthOfText } from './wrap';

export const couverture: Command = {
  spec: {
    name: 'couverture',
    summary: 'mesure la part des objectifs qui ont un indicateur réel, ou un autre champ',
    details: [
      'L’unité est l’objectif, pas la ligne. « En cours de définition », « - » ou « voir remarques » ne couvrent rien.',
      'Par BOP ou par service, un objectif compte dans chacun des siens : le total n’est pas la somme des groupes.',
    ],
    operands: [{ name: 'FICHIER', required: true }],
    options: [
      { name: 'champ', value: 'CHAMP', choices: CHAMPS, summary: `${CHAMPS.join(', ')} (indicateur par défaut)` },
      { name: 'par', value: 'GROUPE', choices: GROUPEMENTS, summary: 'pilier (par défaut), axe, bop ou service' },
      FORMAT,
      MILLESIME,
      FEUILLE,
    ],
    examples: [
      'annexe couverture annexe-7.xlsx',
      'annexe couverture annexe-7.xlsx --champ cible --par axe --format csv',
    ],
  },
  run(args, terminal) {
    const opened = openOperand(args, 0, terminal);
    const champ = parseChamp(args.value('champ') ?? 'indicateur') ?? 'indicateur';
    const par = GROUPEMENTS.find((groupement) => groupement === args.value('par')) ?? 'pilier';
    const { annexe, millesime } = opened;
    const measured = couvertureParGroupe(annexe, referential, { champ, par, millesime });
    if ('kind' in measured) throw new CommandError(measured.message);
    const format = args.value('format') ?? 'texte';
    if (format === 'json') terminal.out(toJson(asJson(measured)));
    else if (format === 'csv') terminal.out(toCsv(asRows(measured)));
    else writeBars(opened, measured, terminal);
    return Exit.ok;
  },
};

function asJson({ champ, taux, couverts, objectifs, groupes }: CouvertureParGroupe): unknown {
  const rows = groupes.map((each) => ({
    groupe: each.groupe,
    taux: each.taux,
    couverts: each.couverts,
    objectifs: each.objectifs,
  }));
  return { champ, taux, couverts, objectifs, groupes: rows };
}

function asRows({ taux, couverts, objectifs, groupes }: CouvertureParGroupe): (string | number | null)[][] {
  const rows = groupes.map((each) => [each.groupe, each.libelle, each.objectifs, each.couverts, rounded(each.taux)]);
  return [
    ['groupe', 'libellé', 'objectifs', 'couverts', 'taux'],
    ...rows,
    ['Total', '', objectifs, couverts, rounded(taux)],
  ];
}

const rounded = (taux: number | null): number | null => (taux === null ? null : Number(taux.toFixed(4)));

const BAR = 20;

/** One bar a group, with its figures: readable without colour, and without the bar. */
function writeBars(opened: Opened, measured: CouvertureParGroupe, terminal: Terminal): void {
  const { columns, styles, out } = terminal;
  writeHead(opened, terminal);
  out(`\n${styles.bold(`Couverture du champ «${NBSP}${COLUMN_LABELS[measured.champ]}${NBSP}»`)}\n`);
  const name = Math.max(5, ...measured.groupes.map(({ groupe }) => widthOfText(groupe)));
  const width = Math.min(name, Math.max(12, columns - BAR - 24));
  for (const groupe of measured.groupes) {
    const head = `  ${padEnd(shorten(printable(groupe.groupe), width), width)}  ${styles.blue(bar(groupe))} ${figures(groupe)}`;
    const left = columns - (2 + width + 2 + BAR + 1 + FIGURES + 2);
    const libelle =
      groupe.libelle === groupe.groupe || left < 20 ? '' : `  ${shorten(printable(groupe.libelle), left)}`;
    out(`${head}${styles.dim(libelle)}\n`);
  }
  out(`  ${styles.bold(padEnd('Total', width))}  ${styles.blue(bar(measured))} ${styles.bold(figures(measured))}\n\n`);
  out(hang('', sentence(measured), columns));
}

/** "  6/12 50 %   " */
const FIGURES = 16;

function figures({ couverts, objectifs, taux }: Mesure): string {
  return padStart(`${couverts}/${objectifs}`, 8) + padStart(taux === null ? '—' : formatPercent(taux), 8);
}

function bar({ taux }: Mesure): string {
  const full = taux === null ? 0 : Math.round(taux * BAR);
  return (
    '█'.repeat(taux !== null && taux > 0 ? Math.max(1, full) : full) +
    '░'.repeat(BAR - (taux !== null && taux > 0 ? Math.max(1, full) : full))
  );
}

function sentence({ couverts, objectifs, taux, message }: CouvertureParGroupe): string {
  if (taux === null) return message ?? '';
  const share = `${plural(couverts, 'objectif couvert', 'objectifs couverts')} sur ${objectifs}, soit ${formatPercent(taux)}`;
  return `${share}${NBSP}; ${plural(objectifs - couverts, 'reste à renseigner', 'restent à renseigner')}.`;
}
