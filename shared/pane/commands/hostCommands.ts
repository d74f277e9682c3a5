import type { HostTool, ToolAsk } from '../../sheet';
import { quote } from '../../text';
import { checkSheet } from './check';
import { enqueue, type Context } from './context';

/** What an agent asks of the host itself. */
export interface HostCommands {
  insertFormula(formula: string): Promise<void>;
  /** Checks first when nothing was checked yet: the board needs to know its annexe. */
  createDashboard(): Promise<void>;
  /** Runs one of the host's own commands. */
  runTool(tool: HostTool): Promise<void>;
}

export function createHostCommands(context: Context): HostCommands {
  const { host, store } = context;
  return {
    insertFormula: (formula) =>
      enqueue(context, 'l’insertion de la formule', async () => {
        const adresse = await host.insertFormula?.(formula);
        if (adresse !== undefined) store.dispatch({ type: 'annonce', texte: `Formule insérée en ${adresse}.` });
      }),
    createDashboard: () => enqueue(context, 'le tableau de bord', () => createDashboard(context)),
    runTool: (tool) => enqueue(context, `la commande ${quote(tool.label)}`, () => runTool(context, tool)),
  };
}

/** The commands that the host offers at this moment. */
export async function loadTools({ host, store }: Context): Promise<void> {
  if (host.tools !== undefined) store.dispatch({ type: 'outils', outils: await host.tools() });
}

/** What the host knows of itself. That it cannot say so is worth saying. */
export async function loadDiagnostic({ host, store }: Context): Promise<void> {
  if (host.diagnostic === undefined) return;
  const lignes = await host
    .diagnostic()
    .catch((error: unknown) => [`Diagnostic de l’hôte indisponible : ${String(error)}`]);
  store.dispatch({ type: 'diagnostic', lignes });
}

/** Runs a command of the host, says what it did, and asks again which ones apply. */
async function runTool(context: Context, tool: HostTool): Promise<void> {
  const { store } = context;
  store.dispatch({ type: 'fait', fait: null });
  const texte = await tool.run(askOf(context));
  store.dispatch({ type: 'fait', fait: { id: tool.id, texte } });
  store.dispatch({ type: 'annonce', texte });
  await loadTools(context);
}

function askOf({ grid, checker, store }: Context): ToolAsk {
  return {
    feuille: grid?.origin.sheet ?? null,
    cells: async () => (store.state().bilan === null ? [] : checker.marks()),
  };
}

async function createDashboard(context: Context): Promise<void> {
  const { host, store } = context;
  if (host.createDashboard === undefined) return;
  if (store.state().bilan === null) await checkSheet(context);
  const { bilan } = store.state();
  if (bilan === null) return;
  const name = await host.createDashboard(bilan.feuille);
  store.dispatch({ type: 'annonce', texte: `Tableau de bord créé dans la feuille ${quote(name)}.` });
}
