import type { FormulaWork } from '../rpc';
import { ANYWHERE } from '../sentences';
import { workSentence } from '../work';
import { failureOf } from './failure';
import { convertFormulas, recalculate } from './formulaWork';

/** What the agent sees of us before anything else. */
const TITLE = 'Annexe 7';

/** The items of the menu: what it says, and the function of the project that it calls. */
const ITEMS = [
  ['Ouvrir le volet', 'ouvrirVolet'],
  ['Recalculer les formules', 'recalculerFormules'],
  ['Convertir les formules Excel', 'convertirFormulesExcel'],
] as const;

/**
 * Runs in every authorisation mode. For an add-on that is installed but was never used in this document, the mode is NONE: nothing
 * but the building of the menu is allowed, neither here nor at load. Google titles the menu with the name of the add-on.
 */
export function onOpen(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const [label, name] of ITEMS) menu.addItem(label, name);
  menu.addToUi();
}

export function showSidebar(): void {
  allow();
  // Never a template: what looks like a scriptlet in a bundle would be run.
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(TITLE));
}

export const recalculateFromMenu = (): void => say(recalculate);
export const convertFromMenu = (): void => say(convertFormulas);

/** A user may have refused one of the permissions: Google then asks again, before anything is half done. */
const allow = (): void => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);

function say(work: () => FormulaWork): void {
  allow();
  const ui = SpreadsheetApp.getUi();
  ui.alert(TITLE, sentenceOf(work), ui.ButtonSet.OK);
}

function sentenceOf(work: () => FormulaWork): string {
  try {
    return workSentence(work());
  } catch (error) {
    const failure = failureOf(error);
    const { code, detail } = failure;
    const tell = code in ANYWHERE ? ANYWHERE[code as keyof typeof ANYWHERE] : ANYWHERE.defaut;
    const { fact, cure } = tell(detail || failure.message);
    return `${fact} ${cure}`;
  }
}
