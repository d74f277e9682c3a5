/** How long Microsoft's library and Excel may take before the page says so. */
const PATIENCE_MS = 10_000;

/**
 * Shows the message of `#secours` when nobody has said within ten seconds that Excel is there: Microsoft's library may be blocked by
 * a proxy, and `Office.onReady` then never answers. Whoever comes late takes the message away again (`estVenu`).
 */
export function surveiller(page: Window): void {
  page.setTimeout(() => {
    if (page.document.documentElement.dataset['excel'] === undefined) montrer(page.document, 'secours');
  }, PATIENCE_MS);
}

/** Says that Excel is there ("oui"), or that this page was opened elsewhere ("non"). */
export function estVenu({ document }: Window, dansExcel: boolean): void {
  document.documentElement.dataset['excel'] = dansExcel ? 'oui' : 'non';
  montrer(document, dansExcel ? null : 'dehors');
}

/** One of the page's messages alone, or the pane. */
function montrer(document: Document, shown: 'secours' | 'dehors' | null): void {
  for (const id of ['secours', 'dehors']) document.getElementById(id)?.toggleAttribute('hidden', id !== shown);
  document.getElementById('volet')?.toggleAttribute('hidden', shown !== null);
}
