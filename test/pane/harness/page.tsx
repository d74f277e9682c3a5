import { createDirectChecker, createWorkerChecker, mountPane, type ThemeChoice } from '../../../shared/pane';
import { RULES } from '../../../shared/rules';
import {
  HostFailure,
  Interrompu,
  createMemoryHost,
  gridOf,
  type Grid,
  type MemoryHost,
  type Reading,
  type Refusal,
  type Scalar,
} from '../../../shared/sheet';
import { referential } from './data';

/** What a test may do to the page: a sheet to choose by the address, and the host in hand. */
declare global {
  interface Window {
    host: MemoryHost;
    longTasks: number[];
  }
}

const asked = new URLSearchParams(location.search);
const seedText = await (await fetch('seed.txt')).text();
const seed = gridOf(seedText.split(/\r?\n/).map((line) => line.split('\t')));

/** The seed's objectives over and over, to `rows` rows. */
function long(rows: number): Grid {
  const values: (readonly Scalar[])[] = [];
  while (values.length < rows) values.push(...seed.values.map((cells) => cells.slice()));
  return gridOf(values.slice(0, rows));
}

const SHEETS: Readonly<Record<string, () => Grid>> = {
  seed: () => seed,
  vide: () => gridOf([]),
  autre: () =>
    gridOf(
      [
        ['Budget', 'Montant', 'Service'],
        ['A', 1, 'B'],
      ],
      'Budget',
    ),
  propre: () =>
    gridOf([
      ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Collectivité', 'Signataire', 'Indicateur', 'Valeur cible'],
      ['Pilier Cohésion sociale'],
      ['Axe stratégique 1 : Santé'],
      ['PCOS_AS1_001', 'Agir', '147', 'DDCSPP', 'Ville', 'CAF', 'Taux de réponse', '50 %'],
    ]),
  /** One line, a BOP, and no other line to learn from. */
  seule: () =>
    gridOf([
      ['Réf', 'Objectif opérationnel', 'BOP', 'Service', 'Collectivité', 'Signataire', 'Indicateur', 'Valeur cible'],
      ['Pilier Cohésion sociale'],
      ['Axe stratégique 1 : Santé'],
      ['PCOS_AS1_001', 'Agir', '147', null, 'Ville', 'CAF', 'Taux de réponse', '50 %'],
    ]),
  long: () => long(Number(asked.get('lignes') ?? 100000)),
};

const base = createMemoryHost([SHEETS[asked.get('feuille') ?? 'seed']?.() ?? seed, gridOf([['a']], 'Autre')], () => ({
  when: '22/11/2026 14:05',
  who: 'Agent',
}));
window.longTasks = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
}).observe({ type: 'longtask' });

const failing = asked.get('panne') === '1';
const broken = asked.get('defaut') === '1';
/** A host that is slow to read, until somebody stops it; one that refuses to write; one that breaks the drawing of a tab. */
const slow = asked.get('lente') === '1';
const refusal = asked.get('refus') as Refusal['reason'] | null;
const undrawable = asked.get('dessin') === '1';

async function untilStopped(reading: Reading | undefined): Promise<never> {
  while (reading?.stopped() !== true) await new Promise((resolve) => setTimeout(resolve, 20));
  throw new Interrompu();
}
window.host = {
  ...base,
  insertFormula: async () => 'J2',
  read: async (where, reading) => {
    if (slow) return untilStopped(reading);
    if (failing)
      throw new HostFailure('Hors ligne : la feuille ne répond pas.', 'Rétablissez la connexion, puis recommencez.');
    if (broken) throw new TypeError('x is undefined');
    return base.read(where);
  },
  apply: async (edits) =>
    refusal === null
      ? base.apply(edits)
      : { applied: [], refused: edits.map((edit) => ({ edit, reason: refusal, found: edit.expect })) },
};
if (undrawable) {
  Object.defineProperty(window.host, 'addSheet', {
    get() {
      throw new TypeError('x is undefined');
    },
  });
}
const theme = asked.get('theme') as ThemeChoice | null;
const checker =
  asked.get('travailleur') === '1'
    ? createWorkerChecker(() => new Worker('worker.js'))
    : createDirectChecker(referential, RULES);
mountPane(document.getElementById('volet') ?? document.body, {
  host: window.host,
  checker,
  hote: 'mémoire',
  version: '0.1.0',
  ...(theme === null ? {} : { theme }),
});
