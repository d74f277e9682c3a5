import type { Champ } from './listSource';

/** A rule of the agent's, as Excel hands it over and takes it back. */
export interface OwnRule {
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
  readonly ignoreBlanks: boolean;
}

export interface Kept {
  readonly feuille: string;
  readonly regles: Readonly<Partial<Record<Champ, OwnRule | null>>>;
}

/** What was kept in the workbook; null when there is nothing, or nothing that we wrote. */
export function parseKept(text: string | null): Kept | null {
  if (text === null || text === '') return null;
  const given: unknown = JSON.parse(text);
  if (typeof given !== 'object' || given === null || !('feuille' in given) || !('regles' in given)) return null;
  return typeof given.feuille === 'string' ? (given as Kept) : null;
}
