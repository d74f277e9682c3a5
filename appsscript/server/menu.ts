/** What the agent sees of us before anything else. */

const TITLE = 'Annexe 7';

/**
 * Runs in every authorisation mode. For an add-on that is installed but was never used in this document, the mode is NONE: nothing
 * but the building of the menu is allowed, neither here nor at load.
 */
export function onOpen(): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Ouvrir le volet', 'ouvrirVolet').addToUi();
}

export function showSidebar(): void {
  // Never a template: what looks like a scriptlet in a bundle would be run.
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle(TITLE));
}
