import { SPECIFICATION, type FormulaSpec } from '../../shared/formulas';
import { answer } from './answer';
import { compute } from './functions';
import { convertFromMenu, onOpen, recalculateFromMenu, showSidebar } from './menu';

/** A function that Google calls by name: the build writes its declaration, which forwards here. */
export interface Entry {
  readonly name: string;
  /** What the declaration says of itself, line by line. */
  readonly doc: readonly string[];
  readonly parameters: readonly string[];
  readonly run: (given: ArrayLike<unknown>) => unknown;
}

const formulaEntry = ({ name, description, parameters }: FormulaSpec): Entry => ({
  name: `ANNEXE_${name}`,
  // Google takes every parameter for required and shows no @return: what an agent must know stands in these lines.
  doc: [
    description,
    ...parameters.map((one) => `@param {*} ${one.name} ${one.optional ? '(facultatif) ' : ''}${one.description}`),
    '@customfunction',
  ],
  parameters: parameters.map((one) => one.name),
  run: (given) => compute(name, given),
});

/** Every function that Google may call, and nothing else: the triggers, the menu, the sidebar's one door, the formulas. */
export const ENTRIES: readonly Entry[] = [
  { name: 'onOpen', doc: ['Construit le menu.'], parameters: [], run: onOpen },
  { name: 'onInstall', doc: ['Construit le menu.'], parameters: [], run: onOpen },
  { name: 'ouvrirVolet', doc: ['Menu : ouvre le volet.'], parameters: [], run: showSidebar },
  {
    name: 'recalculerFormules',
    doc: ['Menu : recalcule les formules.'],
    parameters: [],
    run: recalculateFromMenu,
  },
  {
    name: 'convertirFormulesExcel',
    doc: ['Menu : convertit les formules Excel.'],
    parameters: [],
    run: convertFromMenu,
  },
  {
    name: 'annexeRpc',
    doc: ['Répond au volet, en JSON.'],
    parameters: ['demande'],
    run: (given) => answer(String(given[0])),
  },
  ...SPECIFICATION.map(formulaEntry),
];
