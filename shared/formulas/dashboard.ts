import { CHAMPS, type Champ } from '../coverage';
import { GRAVITES } from '../lint/diagnostic';
import { NBSP, quote } from '../text/french';
import type { Argument, FormulaResult, Grid } from './specification';

/** 0-based rectangle of the dashboard's sheet, inclusive. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How a part of the sheet looks: a title, a note, the titles of a table, a share (shown as a percentage). */
export type Look = 'titre' | 'note' | 'entete' | 'part';

/** A cell of the dashboard: a text, or one of our formulas, spelt the Excel way in English. A table spills from its cell. */
export type DashboardCell = { readonly row: number; readonly column: number } & (
  { readonly text: string } | { readonly formula: string }
);

/** Horizontal bars, the first on top: one for each cell of `categories`, as long as the share (0 to 1) in the cell of `values` beside it. */
export interface DashboardChart {
  readonly title: string;
  /** What somebody who does not see the chart needs to know; hosts without alternative text leave it to the title. */
  readonly description: string;
  readonly categories: Box;
  readonly values: Box;
  /** The cells that it covers. */
  readonly place: Box;
}

/** A sheet of figures and charts on an annexe, as data. Any host can draw it. */
export interface Dashboard {
  readonly name: string;
  readonly cells: readonly DashboardCell[];
  readonly looks: readonly { readonly box: Box; readonly look: Look }[];
  readonly charts: readonly DashboardChart[];
  /** Widths of the first columns, in characters. */
  readonly widths: readonly number[];
}

export interface DashboardAsk {
  /** The annexe as it stands: it says how many lines the tables will have. */
  readonly grid: Grid;
  /** The range for the formulas ("Annexe!A:H"), in hosts or workbooks where a formula without one would not follow this annexe. */
  readonly plage?: string;
  evaluate(name: string, args: readonly Argument[], from: string): FormulaResult;
}

/** Lines left free under a table, so that it can grow before it meets the next one. */
const SPARE_ROWS = 5;
const CHART_COLUMN = 6;
const CHART_WIDTH = 8;
const LEAST_CHART_ROWS = 14;
const FIRST_ROW = 3;

const CHAMP_LABELS: Readonly<Record<Champ, string>> = {
  indicateur: 'Indicateur',
  cible: 'Valeur cible',
  bop: 'BOP',
  service: 'Service',
  collectivite: 'Collectivité',
  signataire: 'Signataire',
};

/** Plans the dashboard of an annexe: shares by field, counts of findings, coverage by pillar and by axis, three charts. */
export function planDashboard(ask: DashboardAsk): Dashboard {
  const call = (name: string, word: string): string => `=ANNEXE.${name}(${ask.plage ?? ''},"${word}")`;
  const piliers = FIRST_ROW + 1 + CHAMPS.length + 2;
  const lignesPiliers = linesOf(ask, 'pilier');
  const axes = piliers + 1 + lignesPiliers + SPARE_ROWS;
  const lignesAxes = linesOf(ask, 'axe');
  const tables = [
    { row: piliers, par: 'pilier', titre: 'Par pilier', lignes: lignesPiliers },
    { row: axes, par: 'axe', titre: 'Par axe', lignes: lignesAxes },
  ];
  const cells: DashboardCell[] = [
    { row: 0, column: 0, text: 'Tableau de bord de l’annexe 7' },
    { row: 1, column: 0, text: noteOf(ask.grid.origin.sheet) },
    { row: FIRST_ROW, column: 0, text: 'Objectifs renseignés' },
    { row: FIRST_ROW, column: 1, text: 'Part' },
    { row: FIRST_ROW, column: 3, text: 'Constats' },
    { row: FIRST_ROW, column: 4, text: 'Nombre' },
    ...CHAMPS.flatMap((champ, index): DashboardCell[] => [
      { row: FIRST_ROW + 1 + index, column: 0, text: CHAMP_LABELS[champ] },
      { row: FIRST_ROW + 1 + index, column: 1, formula: call('COUVERTURE', champ) },
    ]),
    ...GRAVITES.flatMap((gravite, index): DashboardCell[] => [
      { row: FIRST_ROW + 1 + index, column: 3, text: gravite.charAt(0).toUpperCase() + gravite.slice(1) },
      { row: FIRST_ROW + 1 + index, column: 4, formula: call('ANOMALIES', gravite) },
    ]),
    ...tables.flatMap(({ row, par, titre }): DashboardCell[] => [
      { row, column: 0, text: titre },
      { row: row + 1, column: 0, formula: call('SYNTHESE', par) },
    ]),
  ];
  return {
    name: 'Tableau de bord',
    cells,
    looks: [
      { box: line(0, 0, 0), look: 'titre' },
      { box: line(1, 0, 0), look: 'note' },
      { box: line(FIRST_ROW, 0, 1), look: 'entete' },
      { box: line(FIRST_ROW, 3, 4), look: 'entete' },
      { box: column(1, FIRST_ROW + 1, CHAMPS.length), look: 'part' },
      ...tables.flatMap(({ row, lignes }) => [
        { box: line(row, 0, 0), look: 'titre' as const },
        { box: line(row + 1, 0, 3), look: 'entete' as const },
        { box: column(3, row + 2, lignes - 1 + SPARE_ROWS - 2), look: 'part' as const },
      ]),
    ],
    charts: chartsOf(piliers + 2, lignesPiliers - 2, axes + 2, lignesAxes - 2),
    widths: [34, 12, 12, 16, 12],
  };
}

const noteOf = (sheet: string): string =>
  `Feuille ${quote(sheet)}${NBSP}: les chiffres la suivent. L’unité est l’objectif${NBSP}; leur nombre est dans les tableaux.`;

/** Lines of the table of SYNTHESE, titles and total included. */
function linesOf({ grid, evaluate }: DashboardAsk, par: string): number {
  const { origin, values } = grid;
  const found = evaluate('SYNTHESE', [{ values, origin }, par], origin.sheet);
  return found.ok && Array.isArray(found.value) ? found.value.length : 2;
}

function chartsOf(piliers: number, nombrePiliers: number, axes: number, nombreAxes: number): DashboardChart[] {
  const wanted = [
    {
      title: 'Objectifs renseignés, par champ',
      categories: column(0, FIRST_ROW + 1, CHAMPS.length),
      values: column(1, FIRST_ROW + 1, CHAMPS.length),
    },
    {
      title: 'Objectifs avec indicateur, par pilier',
      categories: column(0, piliers, nombrePiliers),
      values: column(3, piliers, nombrePiliers),
    },
    {
      title: 'Objectifs avec indicateur, par axe',
      categories: column(0, axes, nombreAxes),
      values: column(3, axes, nombreAxes),
    },
  ].filter(({ values }) => values.bottom >= values.top);
  let top = FIRST_ROW;
  return wanted.map((chart) => {
    const bars = chart.values.bottom - chart.values.top + 1;
    const place = {
      top,
      left: CHART_COLUMN,
      bottom: top + Math.max(LEAST_CHART_ROWS, bars),
      right: CHART_COLUMN + CHART_WIDTH,
    };
    top = place.bottom + 2;
    const description = `${chart.title}${NBSP}: ${bars} barres horizontales, de 0 à 100${NBSP}%. Les chiffres sont dans le tableau, à gauche.`;
    return { ...chart, description, place };
  });
}

const line = (row: number, left: number, right: number): Box => ({ top: row, left, bottom: row, right });
const column = (at: number, top: number, rows: number): Box => ({ top, left: at, bottom: top + rows - 1, right: at });
