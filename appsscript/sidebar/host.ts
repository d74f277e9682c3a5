import { isAnnexe, readAnnexe } from '../../shared/annexe';
import { createFormulas, planDashboard } from '../../shared/formulas';
import { millesimeOf, vocabularyOf } from '../../shared/lint';
import {
  HostFailure,
  Interrompu,
  unseen,
  type Edit,
  type HiddenBy,
  type Grid,
  type Reading,
  type SheetHost,
} from '../../shared/sheet';
import { quote } from '../../shared/text';
import { plageOf } from '../plage';
import { PART_ROWS, type SheetPart } from '../rpc';
import type { Server } from './client';
import { referential, RULES } from './composition';
import type { Pace } from './poller';
import { googleTools } from './tools';
import { createWatching, type Watching } from './watching';

export interface GoogleHostOptions {
  /** Whether anybody can see the sidebar; it asks Google nothing unseen. */
  readonly isSeen?: () => boolean;
  readonly pace?: Pace;
}

export interface GoogleHost extends SheetHost {
  /** The agent is at work, or came back: for the page to tell. */
  readonly poller: Watching['poller'];
}

/** The spreadsheet of Google, as the pane knows it: every verb is a question to the server. */
export function createGoogleHost(server: Server, { isSeen = () => true, pace }: GoogleHostOptions = {}): GoogleHost {
  const watching = createWatching(server, isSeen, pace);
  let chosen = '';

  async function read(sheet: string | null, reading?: Reading): Promise<Grid> {
    const first = await server('read', { sheet, part: 0 });
    const parts: SheetPart[] = [first];
    reading?.rows(Math.min(PART_ROWS, first.rows), first.rows);
    while (parts.length * PART_ROWS < first.rows) {
      if (reading?.stopped() === true) throw new Interrompu();
      parts.push(await server('read', { sheet: first.sheet, part: parts.length }));
      reading?.rows(Math.min(parts.length * PART_ROWS, first.rows), first.rows);
    }
    watching.seen(
      first.sheet,
      parts.map(({ hash }) => hash),
    );
    if (first.sheet !== chosen) remember(first.sheet);
    return gridOf(first, parts);
  }

  /** For the formulas of a workbook with several annexes. Somebody who may only read the workbook reads it all the same. */
  function remember(sheet: string): void {
    chosen = sheet;
    server('choose', { sheet }).catch(() => (chosen = ''));
  }

  /** Does something to the document, then looks at what it has become. */
  async function changing<T>(work: () => Promise<T>): Promise<T> {
    watching.changing();
    try {
      return await work();
    } finally {
      watching.changed();
    }
  }

  return {
    read: ({ sheet = null }, reading) => read(sheet, reading),
    apply: (edits: readonly Edit[]) => changing(() => server('apply', { edits })),
    async reveal(at) {
      const by = await server('reveal', { at });
      return by === null ? null : unseen(at, by, CURES[by]);
    },
    watch: watching.watch,
    follow: watching.follow,
    sheets: () => server('sheets', null),
    addSheet: (name, values) => changing(() => server('addSheet', { name, values })),
    insertFormula: (formula) => changing(() => server('insertFormula', { formula })),
    createDashboard: async (feuille) => {
      const plan = dashboardOf(await read(feuille));
      return changing(() => server('createDashboard', { plan }));
    },
    tools: () => googleTools(server),
    diagnostic: () => server('diagnostic', null),
    store: {
      load: (name) => server('load', { name }),
      save: async (name, text) => void (await server('save', { name, text })),
    },
    // The account would ask for one more permission: Google's own history of a cell names people.
    stamp: () => ({ when: new Date().toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' }), who: '' }),
    poller: watching.poller,
  };
}

/** Where Google Sheets lets a cell be seen again. */
const CURES: Readonly<Record<HiddenBy, string>> = {
  filtre: 'Modifiez le filtre, ou supprimez-le (Données, Supprimer le filtre).',
  ligne: 'Affichez-la par les flèches entre les numéros des lignes voisines.',
  colonne: 'Affichez-la par les flèches entre les lettres des colonnes voisines.',
};

function gridOf({ sheet, merges }: SheetPart, parts: readonly SheetPart[]): Grid {
  const formulas = parts.flatMap((part, index) =>
    part.formulas.map(([row, cells]) => [index * PART_ROWS + row, cells] as const),
  );
  return {
    origin: { sheet, row: 0, column: 0 },
    values: parts.flatMap(({ values }) => values),
    formulas: new Map(formulas),
    merges,
  };
}

function dashboardOf(grid: Grid): ReturnType<typeof planDashboard> {
  const annexe = readAnnexe(grid, vocabularyOf(referential, millesimeOf(grid)));
  if (!isAnnexe(annexe)) {
    throw new HostFailure(
      `La feuille ${quote(grid.origin.sheet)} n’est plus une annexe.`,
      'Contrôlez-la de nouveau, puis recommencez.',
    );
  }
  const formulas = createFormulas(referential, RULES, { grids: () => [grid], chosen: () => grid.origin.sheet });
  return planDashboard({ grid, plage: plageOf(annexe), evaluate: formulas.evaluate });
}
