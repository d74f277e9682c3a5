import type { CellRef, SheetHost } from '../../sheet';
import type { Checker } from '../checker/checker';
import type { CoverageQuery } from '../checker/views';
import type { Outil, Tab } from '../state/state';
import { createStore, type Store } from '../state/store';
import { checkSheet, refresh, refreshCadre, refreshCard, refreshCoverage, refreshRegles } from './check';
import { enqueue, type Context } from './context';
import { createFindingCommands, type FindingCommands } from './findingCommands';
import { createHostCommands, loadDiagnostic, loadTools, type HostCommands } from './hostCommands';
import { addAnnexe, importText } from './newAnnexe';
import { watchSheet } from './watch';
import { createWritingCommands, type WritingCommands } from './writingCommands';

/** All that an agent can ask of the pane. Each says by itself what goes wrong. */
export interface Commands extends FindingCommands, WritingCommands, HostCommands {
  readonly store: Store;
  check(): Promise<void>;
  checkSheetNamed(name: string): Promise<void>;
  interrupt(): void;
  tab(tab: Tab): Promise<void>;
  outil(outil: Outil | null): void;
  closeAlert(): void;
  /** Shows a cell, and its row in the tab Ligne. */
  goTo(at: CellRef): Promise<void>;
  measure(query: Partial<CoverageQuery>): Promise<void>;
  importText(text: string): Promise<void>;
  addAnnexe(): Promise<void>;
  /** Begins to follow the sheet; returns what stops it. */
  watch(): () => void;
}

export function createCommands(host: SheetHost, checker: Checker, store: Store = createStore()): Commands {
  const context: Context = {
    host,
    checker,
    store,
    grid: null,
    echo: 0,
    feuille: null,
    queue: Promise.resolve(),
    stopped: false,
  };
  const { dispatch } = store;
  const run = (tache: string, work: () => Promise<void>): Promise<void> => enqueue(context, tache, work);
  const check = (): Promise<void> => run('le contrôle', () => checkSheet(context));
  const onFindings = createFindingCommands(context);
  return {
    ...onFindings,
    ...createWritingCommands(context),
    ...createHostCommands(context),
    store,
    check,
    checkSheetNamed(name) {
      context.feuille = name;
      return check();
    },
    interrupt() {
      context.stopped = true;
      checker.interrupt();
    },
    tab(tab) {
      dispatch({ type: 'onglet', tab });
      if (tab === 'outils') void run('la lecture', () => loadTools(context));
      return run('la lecture', () => refresh(context));
    },
    outil(outil) {
      dispatch({ type: 'outil', outil });
      if (outil === 'diagnostic') void loadDiagnostic(context);
      if (outil === 'cadre') refreshCadre(context);
      if (outil === 'regles') void run('la lecture', () => refreshRegles(context));
      if (outil === null) void run('la lecture', () => loadTools(context));
    },
    closeAlert: () => dispatch({ type: 'alerte', alerte: null }),
    async goTo(at) {
      dispatch({ type: 'selection', at });
      await Promise.all([onFindings.show(at), run('la lecture', () => refreshCard(context))]);
    },
    measure(query) {
      dispatch({ type: 'mesure', query });
      return run('la mesure', () => refreshCoverage(context));
    },
    importText: (text) => run('l’import', () => importText(context, text)),
    addAnnexe: () => run('la création de l’annexe', () => addAnnexe(context)),
    watch: () => watchSheet(context, run),
  };
}
