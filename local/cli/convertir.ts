import { cellText } from '../../shared/annexe';
import { exportIndicateurs, exportObjectifs, writeText } from '../../shared/exchange';
import { publierObjectifs } from '../../shared/exchange/publier';
import { publierIndicateurs } from '../../shared/exchange/publierIndicateurs';
import { writeWorkbook } from '../../shared/exchange/xlsx';
import { planRepair } from '../../shared/lint';
import { plural, typography } from '../../shared/text';
import { Exit, type Command } from './command';
import { checkTarget, writeBytes, type WriteTarget } from './files';
import { formatOf, type FileFormat } from './formats';
import { scratchOf, type Opened } from './open';
import { FEUILLE, MILLESIME, openOperand, REMPLACER } from './options';
import { publicationRemarks } from './publication';
import { refuse, usable } from './refuse';
import { companionOf, openSchema } from './schema';
import { sheetOf } from './sheetOf';
import type { Terminal } from './terminal';
import { hang, printable } from './wrap';
import { formulaCount } from './withEdits';

export const convertir: Command = {
  spec: {
    name: 'convertir',
    summary: 'écrit l’annexe dans un autre format, selon la fin des noms : .xlsx, .csv, .tsv, .txt ou .schema.csv',
    details: [
      '.schema.csv est le format de publication (Table Schema) : une ligne par objectif, et un second fichier, .indicateurs.schema.csv, une ligne par indicateur ; ce qui est récrit ou laissé est dit. En entrée, le second fichier est lu s’il est à côté du premier.',
      'Un csv est écrit avec des points-virgules, en UTF-8 avec marque, comme Excel l’attend. Un texte qui commence par = + - ou @ reste du texte.',
    ],
    operands: [
      { name: 'ENTREE', required: true },
      { name: 'SORTIE', required: true },
    ],
    options: [REMPLACER, MILLESIME, FEUILLE],
    examples: ['annexe convertir extrait.txt annexe-7.xlsx', 'annexe convertir annexe-7.xlsx annexe-7.schema.csv'],
  },
  run(args, terminal) {
    const path = args.operand(1);
    const format = formatOf(path);
    const inputs = [args.operand(0)];
    const target: WriteTarget = { path, replace: args.has('remplacer'), inputs };
    checkTarget(target);
    const opened = formatOf(args.operand(0)) === 'schema' ? openSchema(args, terminal) : openOperand(args, 0, terminal);
    if (format === 'xlsx' && opened.source.kind === 'xlsx')
      refuse('L’entrée et la sortie sont des classeurs : copiez le fichier.');
    if (format === 'schema') writeSchema(opened, target, terminal);
    else writeAs(opened, format, target, terminal);
    return Exit.ok;
  },
};

function writeAs(opened: Opened, format: Exclude<FileFormat, 'schema'>, target: WriteTarget, terminal: Terminal): void {
  const { annexe, grid, feuille } = opened;
  writeBytes(target, format === 'xlsx' ? usable(writeWorkbook([sheetOf(annexe, feuille)])) : textBytes(grid, format));
  const rows = plural(grid.values.length, 'ligne écrite', 'lignes écrites');
  say(terminal, `${rows} dans ${printable(target.path)}.`);
  for (const remarque of losses(opened, format)) terminal.note(hang('ℹ ', typography(remarque), terminal.columns));
}

function textBytes(grid: Opened['grid'], kind: 'txt' | 'tsv' | 'csv'): Uint8Array {
  const written = writeText(grid, kind);
  return written instanceof Uint8Array ? written : refuse(`Le caractère ${written.character} ne peut pas être écrit.`);
}

/** What the new file does not hold. */
function losses(opened: Opened, format: FileFormat): string[] {
  if (opened.source.kind !== 'xlsx') return [];
  const others = opened.source.workbook.sheets.length - 1;
  return [
    ...(others > 0
      ? [
          `Le fichier texte tient une seule feuille : ${plural(others, 'autre feuille laissée', 'autres feuilles laissées')}.`,
        ]
      : []),
    ...(formulaCount(opened) > 0 ? ['Les formules sont remplacées par leurs valeurs.'] : []),
    ...(format === 'txt' ? ['Les sauts de ligne dans les cellules deviennent des espaces.'] : []),
  ];
}

/** The objectives and, beside them, the indicators. */
function writeSchema(opened: Opened, target: WriteTarget, terminal: Terminal): void {
  const companion: WriteTarget = { ...target, path: companionOf(target.path) };
  checkTarget(companion);
  const scratch = scratchOf(opened);
  planRepair(scratch);
  const repaired = scratch.annexe();
  const refOf = (row: number): string => cellText(repaired, row, 'ref');
  const records = publierObjectifs(opened.annexe, refOf);
  const indicateurs = publierIndicateurs(opened.annexe, refOf);
  const millesime = opened.millesime === 2024 ? '2024' : '2015';
  const table = { codeContrat: '', sirenEpci: '', millesime, records } as const;
  writeBytes(target, Buffer.from(exportObjectifs(table), 'utf8'));
  writeBytes(companion, Buffer.from(exportIndicateurs(indicateurs), 'utf8'));
  say(terminal, `${plural(records.length, 'objectif écrit', 'objectifs écrits')} dans ${printable(target.path)}.`);
  say(
    terminal,
    `${plural(indicateurs.length, 'indicateur écrit', 'indicateurs écrits')} dans ${printable(companion.path)}.`,
  );
  for (const remarque of publicationRemarks(opened.annexe, records, indicateurs)) {
    terminal.note(hang('ℹ ', printable(typography(remarque)), terminal.columns));
  }
  const odd = records.filter(({ reference }) => !PUBLISHABLE.test(reference)).length;
  const lost = `${plural(odd, 'référence ne suit', 'références ne suivent')} pas le modèle du schéma : corrigez-les avant de publier.`;
  if (odd > 0) terminal.note(hang('▲ ', typography(lost), terminal.columns));
}

/** The pattern of the field "reference" in seeds/table-schema/schema.json. */
const PUBLISHABLE = /^(P[A-Z]{3}_AS[1-9][0-9]?_[0-9]{3}|ATR_[A-Z]{2,12})$/;

function say({ columns, out }: Terminal, sentence: string): void {
  out(hang('', typography(sentence), columns));
}
