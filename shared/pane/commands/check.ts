import {
  ACCEPTATIONS,
  millesimeOf,
  otherMillesime,
  parseAcceptances,
  printAcceptances,
  withAcceptance,
  withoutAcceptance,
  type Acceptance,
} from '../../lint';
import type { Grid, Reading } from '../../sheet';
import { NBSP, enumerate, plural } from '../../text';
import { isBilan, type Bilan, type Ouverture } from '../checker/views';
import { stampOf, type Context } from './context';
import { loadJournal } from './keepJournal';

/** Reads the sheet and checks all of it. */
export async function checkSheet(context: Context): Promise<void> {
  const { host, store } = context;
  context.stopped = false;
  store.dispatch({ type: 'verification', done: 0, total: 0 });
  store.dispatch({ type: 'acceptes', acceptances: await acceptancesNow(context) });
  await loadJournal(context);
  const grid = await host.read(context.feuille === null ? {} : { sheet: context.feuille }, readingOf(context));
  await openGrid(context, grid);
  const { bilan } = store.state();
  if (bilan !== null) store.dispatch({ type: 'annonce', texte: summaryOf(bilan) });
}

/** A long reading shows how far it is, and stops when the agent asks. */
function readingOf(context: Context): Reading {
  const { store } = context;
  return {
    rows: (done, total) => store.dispatch({ type: 'verification', done, total }),
    stopped: () => context.stopped,
  };
}

/** Findings told while the rest is checked: forty, drawn at once with all that is around them, would hold the page too long. */
const FIRST_SHOWN = 12;

/** Checks a grid that was just read, from the start. */
export async function openGrid(context: Context, grid: Grid): Promise<void> {
  const { checker, store } = context;
  const { acceptances } = store.state();
  store.dispatch({ type: 'verification', done: 0, total: grid.values.length });
  const ouverture = await checker.open(
    grid,
    { millesime: millesimeOf(grid), acceptances },
    {
      rows: (done, total) => store.dispatch({ type: 'verification', done, total }),
      partial: (bilan) => {
        store.dispatch({ type: 'partiel', bilan });
        void checker
          .findings({ ...store.state().query, limite: FIRST_SHOWN })
          .then((page) => store.dispatch({ type: 'page', page }), ignoreStopped);
      },
    },
  );
  context.grid = grid;
  await show(context, ouverture);
}

/** The first findings are an advance: when the check was stopped meanwhile, nobody waits for them. */
const ignoreStopped = (): void => undefined;

/** New figures: the views that follow from them are asked again. */
export async function show(context: Context, ouverture: Ouverture): Promise<void> {
  const { store, host } = context;
  store.dispatch({ type: 'ouverture', ouverture });
  if (isBilan(ouverture)) await refresh(context);
  else if (host.sheets !== undefined) {
    const own = context.grid?.origin.sheet;
    store.dispatch({ type: 'feuilles', feuilles: (await host.sheets()).filter((name) => name !== own) });
  }
}

/** Asks again what the pane shows. */
export async function refresh(context: Context): Promise<void> {
  const { store, checker } = context;
  if (store.state().bilan === null) return;
  store.dispatch({ type: 'page', page: await checker.findings(store.state().query) });
  // A plan that somebody reads follows the sheet, as all else does; it closes only when they say so.
  if (store.state().plan !== null) store.dispatch({ type: 'plan', plan: await checker.plan() });
  if (store.state().tab === 'ligne') await refreshCard(context);
  if (store.state().tab === 'couverture') await refreshCoverage(context);
  if (store.state().outil === 'regles') await refreshRegles(context);
  if (store.state().outil === 'cadre') refreshCadre(context);
}

export async function refreshCard({ store, checker, grid }: Context): Promise<void> {
  const { selection, bilan } = store.state();
  if (bilan === null || bilan.partiel) return;
  const here = selection !== null && selection.sheet === grid?.origin.sheet ? await checker.card(selection.row) : null;
  store.dispatch({ type: 'carte', card: here });
}

export async function refreshCoverage({ store, checker }: Context): Promise<void> {
  const { bilan, coverageQuery } = store.state();
  if (bilan === null || bilan.partiel) return;
  store.dispatch({ type: 'couverture', coverage: await checker.coverage(coverageQuery) });
}

export async function refreshRegles({ store, checker }: Context): Promise<void> {
  if (store.state().bilan !== null) store.dispatch({ type: 'regles', regles: await checker.regles() });
}

/** How the sheet may become one of the other millésime. */
export function refreshCadre({ store, grid }: Context): void {
  store.dispatch({ type: 'cadre', cadre: grid === null ? null : otherMillesime(grid) });
}

export async function acceptFinding(context: Context, id: string, motif: string): Promise<void> {
  const acceptance = await context.checker.accept(id, { motif, ...stampOf(context) });
  if (acceptance === null) return;
  await keepAcceptances(context, withAcceptance(await acceptancesNow(context), acceptance));
  context.store.dispatch({ type: 'annonce', texte: 'Constat accepté avec son motif.' });
}

export async function reopenFinding(context: Context, acceptance: Acceptance): Promise<void> {
  await keepAcceptances(context, withoutAcceptance(await acceptancesNow(context), acceptance));
  context.store.dispatch({ type: 'annonce', texte: 'Le constat est de nouveau dans la liste.' });
}

/** What the workbook keeps, where a colleague may have added to it; the pane's own in a host that keeps nothing. */
async function acceptancesNow({ host, store }: Context): Promise<readonly Acceptance[]> {
  return host.store === undefined ? store.state().acceptances : parseAcceptances(await host.store.load(ACCEPTATIONS));
}

async function keepAcceptances(context: Context, acceptances: readonly Acceptance[]): Promise<void> {
  const { host, checker, store } = context;
  await host.store?.save(ACCEPTATIONS, printAcceptances(acceptances));
  store.dispatch({ type: 'acceptes', acceptances });
  await show(context, await checker.setAcceptances(acceptances));
}

/** "13 erreurs, 19 avertissements et 63 infos : 42 règles ont contrôlé 47 lignes." */
export function summaryOf({ resume, executees, lignes }: Bilan): string {
  const counts = [
    ...(resume.erreur > 0 ? [plural(resume.erreur, 'erreur')] : []),
    ...(resume.avertissement > 0 ? [plural(resume.avertissement, 'avertissement')] : []),
    ...(resume.info > 0 ? [plural(resume.info, 'info')] : []),
  ];
  const found = counts.length === 0 ? 'Aucune anomalie' : enumerate(counts);
  const rules = plural(executees.length, 'règle a contrôlé', 'règles ont contrôlé');
  return `${found}${NBSP}: ${rules} ${plural(lignes, 'ligne')}.`;
}
