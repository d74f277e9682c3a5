import { HostFailure, type HostTool, type MarkedCell, type ToolAsk } from '../../../shared/sheet';
import { NBSP, plural, quote } from '../../../shared/text';
import { findSheet } from '../bounds';
import { codeOf } from '../failures';
import { run } from '../run';
import { workbookStore } from '../settings';
import { areasOf } from './areas';

/** The sheets that are highlighted, by name, so that the pane offers to stop. */
const STORED = 'annexe.surlignage';

/** Light backgrounds under black text, and a line: never colour alone. The pane says the rest. */
const LOOKS: Readonly<Record<MarkedCell['gravite'], { readonly fill: string; readonly border: string }>> = {
  erreur: { fill: '#FDE7E9', border: '#A4262C' },
  avertissement: { fill: '#FFF4CE', border: '#8A5A00' },
  info: { fill: '#E5F1FB', border: '#0F5BA7' },
};
const GRAVITES = ['erreur', 'avertissement', 'info'] as const;

/** Always true, and ours: a rule is known again by this text, since ids and places of rules do not last (OfficeDev/office-js#5222). */
const markOf = (gravite: MarkedCell['gravite']): string => `=N("ANNEXE:${gravite}")=0`;
const MARK = /^=N\("ANNEXE:(erreur|avertissement|info)"\)=0$/;

export async function highlightTools(): Promise<readonly HostTool[]> {
  const names = await highlighted();
  return names.length === 0 ? [ON] : [{ ...ON, label: 'Surligner à nouveau les constats' }, OFF];
}

const highlighted = async (): Promise<readonly string[]> =>
  ((await workbookStore.load(STORED)) ?? '').split('\n').filter(Boolean);

const ON: HostTool = {
  id: 'surligner',
  label: 'Surligner les constats',
  help: `Colore les cellules qui ont un constat, par trois mises en forme conditionnelles${NBSP}; vos couleurs restent dessous. Le surlignage ne suit pas les corrections${NBSP}: recommencez pour le mettre à jour.`,
  run: highlight,
};

const OFF: HostTool = {
  id: 'surlignage-non',
  label: 'Retirer le surlignage',
  help: 'Retire nos trois mises en forme conditionnelles, et aucune autre.',
  async run() {
    const removed = await run(removeAll);
    await workbookStore.save(STORED, '');
    return `${plural(removed, 'mise en forme retirée', 'mises en forme retirées')}.`;
  },
};

async function highlight({ feuille, cells }: ToolAsk): Promise<string> {
  const marked = await cells();
  if (feuille === null || marked.length === 0) {
    throw new HostFailure('Il n’y a pas de constat à surligner.', 'Contrôlez d’abord la feuille.');
  }
  const names = await highlighted();
  // Noted before it is done: what was done by halves can then be taken away, here or by the agent.
  await workbookStore.save(STORED, [...new Set([...names, feuille])].join('\n'));
  let held: number;
  try {
    held = await run((context) => addTo(context, feuille, marked));
  } catch (error) {
    // What stopped it is what the agent must hear of.
    await run(async (context) => removeFrom(await findSheet(context, feuille)))
      .then(() => workbookStore.save(STORED, names.filter((name) => name !== feuille).join('\n')))
      .catch(() => undefined);
    throw error;
  }
  const left = marked.length - held;
  const rest = left > 0 ? ` Il en reste ${left}${NBSP}: Excel n’en prend pas plus.` : '';
  return `${plural(held, 'cellule surlignée', 'cellules surlignées')} dans ${quote(feuille)}.${rest}`;
}

/** Our rules in the place of those that stood before; how many cells they hold. */
async function addTo(context: Excel.RequestContext, name: string, marked: readonly MarkedCell[]): Promise<number> {
  const sheet = await findSheet(context, name);
  await removeFrom(sheet);
  const added = GRAVITES.flatMap((gravite) => add(sheet, gravite, marked) ?? []);
  const all = sheet.getRange().conditionalFormats.getCount();
  await context.sync();
  // After the agent's own rules, which keep the upper hand where both apply.
  for (const { rule } of added) rule.priority = all.value - 1;
  await context.sync();
  return added.reduce((sum, { cells }) => sum + cells, 0);
}

interface Added {
  readonly rule: Excel.ConditionalFormat;
  readonly cells: number;
}

/** One rule for one severity, and how many cells it holds; null when no cell has it. */
function add(sheet: Excel.Worksheet, gravite: MarkedCell['gravite'], marked: readonly MarkedCell[]): Added | null {
  const { address, cells } = areasOf(marked.filter((cell) => cell.gravite === gravite).map(({ at }) => at));
  if (address === '') return null;
  const rule = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { fill, border } = LOOKS[gravite];
  rule.custom.rule.formula = markOf(gravite);
  rule.custom.format.fill.color = fill;
  const line = rule.custom.format.borders.getItem(Excel.ConditionalRangeBorderIndex.edgeBottom);
  line.style = Excel.ConditionalRangeBorderLineStyle.continuous;
  line.color = border;
  rule.stopIfTrue = false;
  return { rule, cells };
}

/** Removes our rules wherever they stand: a sheet may have got another name since, or a copy. */
async function removeAll(context: Excel.RequestContext): Promise<number> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  let removed = 0;
  for (const sheet of worksheets.items) removed += await removeFrom(sheet);
  return removed;
}

/** Removes our rules from a sheet. */
async function removeFrom(sheet: Excel.Worksheet): Promise<number> {
  const rules = sheet.getRange().conditionalFormats;
  rules.load('items/id, items/type');
  await sheet.context.sync();
  let removed = 0;
  for (const rule of rules.items) {
    if (rule.type !== Excel.ConditionalFormatType.custom || !(await isOurs(rule))) continue;
    rule.delete();
    await sheet.context.sync();
    removed++;
  }
  return removed;
}

/** Each rule is asked by itself: reading one of somebody else may fail (OfficeDev/office-js#6835). */
async function isOurs(rule: Excel.ConditionalFormat): Promise<boolean> {
  try {
    rule.custom.rule.load('formula');
    await rule.context.sync();
    return MARK.test(rule.custom.rule.formula);
  } catch (error) {
    // Excel cannot read this rule: it is not one of ours, which are plain.
    if (codeOf(error) === '') throw error;
    return false;
  }
}
