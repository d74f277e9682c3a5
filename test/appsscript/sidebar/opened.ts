import type { Browser, Page } from 'playwright-core';
import { ENTRIES } from '../../../appsscript/server/entries';
import { builtProject } from '../built';
import { colleagueOf, type Colleague } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState, type SheetState } from '../fakes/document';
import { runFormula } from '../realm/project';
import { asGiven, seedSheet } from '../seed';
import { createWire, type Wire } from '../wire/run';

/** Google fixes the width of a sidebar. */
export const WIDTH = 300;
/** What is left of it beside a scroll bar. */
export const NARROW = 284;
const HEIGHT = 700;
const ADDRESS = 'https://volet.invalid/';

export interface OpenSidebar {
  readonly page: Page;
  readonly document: DocumentState;
  readonly sheet: SheetState;
  readonly colleague: Colleague;
  readonly wire: Wire;
  /** Names of the verbs that were asked, in order. */
  readonly verbs: readonly string[];
  /** Addresses asked for beside the page itself, and what the page complained of. */
  readonly outside: readonly string[];
  readonly complaints: readonly string[];
  /** Stops every call with this message, until told null. */
  fail(fault: string | null): void;
}

export interface SidebarOptions {
  readonly width?: number;
  readonly dark?: boolean;
  readonly contrast?: boolean;
  /** Of the browser: 2 for 200 %. */
  readonly zoom?: number;
  readonly document?: DocumentState;
}

/** A workbook with the seed, an empty sheet for figures, and formulas that are computed by the built script itself. */
export function workbook(): DocumentState {
  const document = documentOf(seedSheet(), sheetOf([], { name: 'Synthèse' }));
  document.compute = (formula) => {
    const [, name = '', sheetName = ''] = /^=(ANNEXE_\w+)\((\w+)!A:H[;)]/.exec(formula) ?? [];
    const sheet = document.sheets.find((one) => one.name === sheetName);
    if (sheet === undefined) return '#NAME?';
    const rows = sheet.rows.map((cells) => cells.map(({ value }) => value));
    const result = runFormula(builtProject(document), name, [asGiven(rows)]);
    return typeof result === 'number' ? result : '#REF!';
  };
  return document;
}

/**
 * The built page in a browser, as HtmlService shows it: google.script.run is bridged to the strict wire, one message a call, and
 * nothing else can be reached.
 */
export async function openSidebar(browser: Browser, options: SidebarOptions = {}): Promise<OpenSidebar> {
  const document = options.document ?? workbook();
  const names = ENTRIES.map(({ name }) => name);
  const state = { fault: null as string | null };
  const wire = createWire({ project: builtProject(document), names, broken: () => state.fault });
  const context = await browser.newContext({
    viewport: { width: options.width ?? WIDTH, height: Math.round(HEIGHT / (options.zoom ?? 1)) },
    deviceScaleFactor: options.zoom ?? 1,
    locale: 'fr-FR',
    colorScheme: options.dark === true ? 'dark' : 'light',
    forcedColors: options.contrast === true ? 'active' : 'none',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const outside: string[] = [];
  const complaints: string[] = [];
  const verbs: string[] = [];
  await page.route('**/*', (route) => {
    if (route.request().url() === ADDRESS)
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: builtProject(document).files.get('Sidebar') ?? '',
      });
    outside.push(route.request().url());
    return route.abort();
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.exposeBinding('askGoogle', (_, name: string, args: unknown[]) => {
    verbs.push(String((JSON.parse(String(args[0])) as { verb: unknown }).verb));
    return answerOver(wire, name, args);
  });
  await page.addInitScript(bridge, names);
  await page.clock.install();
  await page.goto(ADDRESS);
  const [sheet] = document.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return {
    page,
    document,
    sheet,
    colleague: colleagueOf(document),
    wire,
    verbs,
    outside,
    complaints,
    fail: (fault) => void (state.fault = fault),
  };
}

type Answer = { readonly value: unknown } | { readonly error: string };

const answerOver = ({ run }: Wire, name: string, args: readonly unknown[]): Promise<Answer> =>
  new Promise((resolve) => {
    const call = run
      .withSuccessHandler((value) => resolve({ value }))
      .withFailureHandler(({ message }) => resolve({ error: message }))[name] as (...given: unknown[]) => void;
    call(...args);
  });

/** In the page: google.script.run as HtmlService defines it, before any script of ours. */
function bridge(names: readonly string[]): void {
  type Handlers = {
    success?: (value: unknown, user: unknown) => void;
    failure?: (error: Error, user: unknown) => void;
    user?: unknown;
  };
  const { askGoogle } = window as unknown as { askGoogle(name: string, args: unknown[]): Promise<Answer> };
  const runner = (handlers: Handlers): object =>
    new Proxy(
      {},
      {
        get(_, key) {
          if (key === 'withSuccessHandler')
            return (success: Handlers['success']) => runner({ ...handlers, ...(success && { success }) });
          if (key === 'withFailureHandler')
            return (failure: Handlers['failure']) => runner({ ...handlers, ...(failure && { failure }) });
          if (key === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
          if (typeof key !== 'string' || !names.includes(key))
            throw new TypeError(`google.script.run.${String(key)} is not a function`);
          return (...args: unknown[]): void => {
            void askGoogle(key, args).then((answer) => {
              if ('error' in answer) handlers.failure?.(new Error(answer.error), handlers.user);
              else handlers.success?.(answer.value, handlers.user);
            });
          };
        },
      },
    );
  const focused = { times: 0 };
  Object.assign(window, {
    google: {
      script: { run: runner({}), host: { close: () => undefined, editor: { focus: () => void focused.times++ } } },
    },
    focused,
  });
}

/** The pane has checked the sheet as it stands. */
export const upToDate = (page: Page): Promise<void> => page.getByText(/· à jour/).waitFor({ timeout: 30_000 });

export async function check({ page }: OpenSidebar): Promise<void> {
  await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
  await upToDate(page);
}

/** What every cell of a sheet holds. */
export const cellsOf = ({ rows }: SheetState): string[][] =>
  rows.map((cells) => cells.map(({ value, formula }) => formula || `${typeof value}:${String(value)}`));
