import { findHeader } from '../../../shared/annexe';
import { HostFailure, type HostTool } from '../../../shared/sheet';
import { NBSP, enumerate, quote } from '../../../shared/text';
import { boundsOf, findSheet } from '../bounds';
import { readTop } from '../readSheet';
import { run } from '../run';
import { workbookStore } from '../settings';
import { dropSource, isOurs, putSource, sourceOf, type Champ, type Listes } from './listSource';
import { parseKept, type Kept, type OwnRule } from './keptRules';

export type { Listes } from './listSource';

/** The rules that stood before ours, to be put back. */
const STORED = 'annexe.listes';
/** Cells whose rule is asked for in one batch. */
const CELLS_AT_ONCE = 200;

export async function listTools(listes: Listes): Promise<readonly HostTool[]> {
  const kept = parseKept(await workbookStore.load(STORED));
  return kept === null ? [onTool(listes)] : [offTool(kept)];
}

const onTool = (listes: Listes): HostTool => ({
  id: 'listes',
  label: 'Poser les listes de BOP et de services',
  help: 'Propose les BOP et les services connus dans leurs colonnes. Une autre saisie est signalée, jamais refusée. Vos règles de validation sont gardées et reviendront.',
  run: ({ feuille }) => put(feuille, listes),
});

const offTool = (kept: Kept): HostTool => ({
  id: 'listes-non',
  label: 'Retirer les listes de BOP et de services',
  help: `Retire nos listes de la feuille ${quote(kept.feuille)} et remet les règles de validation qui s’y trouvaient.`,
  run: () => take(kept),
});

interface Place {
  readonly champ: Champ;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** The cells of the two columns, under the header. */
async function placesIn(sheet: Excel.Worksheet): Promise<readonly Place[]> {
  const context = sheet.context as Excel.RequestContext;
  const bounds = await boundsOf(context, sheet);
  const header = findHeader(await readTop(context, sheet, bounds));
  if ('understood' in header) return [];
  const rows = bounds.rows - header.row - 1;
  const champs: readonly Champ[] = ['bop', 'service'];
  return champs.flatMap((champ) => {
    const column = header.columns[champ];
    if (column < 0 || rows < 1) return [];
    return [{ champ, row: bounds.row + header.row + 1, column: bounds.column + column, rows }];
  });
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows }: Omit<Place, 'champ'>): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, 1);

async function put(feuille: string | null, listes: Listes): Promise<string> {
  const places = feuille === null ? [] : await run(async (context) => placesIn(await findSheet(context, feuille)));
  if (feuille === null || places.length === 0) {
    throw new HostFailure(
      'Aucune colonne de BOP ni de services n’a été trouvée.',
      'Contrôlez d’abord la feuille de l’annexe.',
    );
  }
  const regles = await run((context) => rulesOf(context, feuille, places));
  await workbookStore.save(STORED, JSON.stringify({ feuille, regles }));
  try {
    await run((context) => putLists(context, feuille, places, listes));
  } catch (error) {
    // A protected sheet, or a cell in edition half-way: nothing of ours stays. What stopped it is what the agent must hear of.
    await take({ feuille, regles }).catch(() => undefined);
    throw error;
  }
  return `Listes posées dans ${quote(feuille)}${NBSP}: ${enumerate(places.map(({ champ }) => NAMES[champ]))}.`;
}

async function putLists(
  context: Excel.RequestContext,
  feuille: string,
  places: readonly Place[],
  listes: Listes,
): Promise<void> {
  const sheet = await findSheet(context, feuille);
  await putSource(context, listes);
  for (const place of places) setList(rangeOf(sheet, place).dataValidation, place.champ, listes);
  await context.sync();
}

const NAMES: Readonly<Record<Champ, string>> = { bop: 'BOP', service: 'services' };

/** What stands in each column now. A column with several rules is refused: they could not all be put back. */
async function rulesOf(
  context: Excel.RequestContext,
  feuille: string,
  places: readonly Place[],
): Promise<Kept['regles']> {
  const sheet = await findSheet(context, feuille);
  const asked = places.map((place) => ({ place, validation: rangeOf(sheet, place).dataValidation }));
  for (const { validation } of asked) validation.load(PARTS);
  await context.sync();
  const regles: Partial<Record<Champ, OwnRule | null>> = {};
  for (const { place, validation } of asked) {
    const { type } = validation;
    if (type === Excel.DataValidationType.mixedCriteria || type === Excel.DataValidationType.inconsistent) {
      throw new HostFailure(
        `La colonne des ${NAMES[place.champ]} porte plusieurs règles de validation${NBSP}: elles ne pourraient pas être remises.`,
        'Retirez-les (Données, Validation des données), puis recommencez.',
      );
    }
    regles[place.champ] =
      type === Excel.DataValidationType.none || isOurs(validation.rule) ? null : ownRuleOf(validation);
  }
  return regles;
}

const PARTS = 'type, rule, errorAlert, prompt, ignoreBlanks';

const ownRuleOf = ({ rule, errorAlert, prompt, ignoreBlanks }: Excel.DataValidation): OwnRule => ({
  rule: rule as OwnRule['rule'],
  errorAlert: errorAlert as OwnRule['errorAlert'],
  prompt: prompt as OwnRule['prompt'],
  ignoreBlanks,
});

function setList(validation: Excel.DataValidation, champ: Champ, listes: Listes): void {
  validation.clear();
  validation.rule = { list: { inCellDropDown: true, source: sourceOf(champ, listes) } };
  validation.ignoreBlanks = true;
  // A cell may hold several BOPs, or one that the referential does not know yet: a warning, never a refusal.
  validation.errorAlert = {
    showAlert: true,
    style: Excel.DataValidationAlertStyle.warning,
    title: 'Hors de la liste',
    message: `Cette valeur n’est pas dans la liste des ${NAMES[champ]}. Continuez si elle est voulue, ou s’il y en a plusieurs.`,
  };
}

/**
 * Takes our lists away wherever they stand, since their source goes with them: the sheet may have got another name since, or a copy.
 * A rule that somebody set since stays.
 */
async function take({ feuille, regles }: Kept): Promise<string> {
  const taken = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const names: string[] = [];
    for (const sheet of worksheets.items) {
      let cells = 0;
      for (const place of await placesIn(sheet)) cells += await takeFrom(sheet, place, regles[place.champ] ?? null);
      if (cells > 0) names.push(quote(sheet.name));
    }
    return names;
  });
  await run(dropSource);
  await workbookStore.save(STORED, '');
  return taken.length > 0
    ? `Listes retirées de ${enumerate(taken)}.`
    : `Les listes de ${quote(feuille)} n’y sont plus.`;
}

/** Resolves with the number of cells that had our list. */
async function takeFrom(sheet: Excel.Worksheet, place: Place, before: OwnRule | null): Promise<number> {
  let taken = 0;
  for (let from = 0; from < place.rows; from += CELLS_AT_ONCE) {
    const count = Math.min(CELLS_AT_ONCE, place.rows - from);
    const cells = Array.from(
      { length: count },
      (_, index) => rangeOf(sheet, { row: place.row + from + index, column: place.column, rows: 1 }).dataValidation,
    );
    for (const cell of cells) cell.load('type, rule');
    await sheet.context.sync();
    for (const cell of cells.filter(({ rule }) => isOurs(rule))) {
      cell.clear();
      if (before !== null) restore(cell, before);
      taken++;
    }
    await sheet.context.sync();
  }
  return taken;
}

function restore(cell: Excel.DataValidation, { rule, errorAlert, prompt, ignoreBlanks }: OwnRule): void {
  cell.rule = rule;
  cell.errorAlert = errorAlert;
  cell.prompt = prompt;
  cell.ignoreBlanks = ignoreBlanks;
}
