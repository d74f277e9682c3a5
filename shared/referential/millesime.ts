/** The two generations of contrats de ville. Programmes, services and pillars are judged at the generation's year. */

/** 2015: loi 2014-173, closed list of pillars. 2024: « Engagements Quartiers 2030 », each contract has its own axes. */
export type Millesime = 2015 | 2024;

export const MILLESIMES: readonly Millesime[] = [2015, 2024];

const LABELS: Readonly<Record<Millesime, string>> = {
  2015: 'Contrats de ville 2015-2023',
  2024: 'Engagements Quartiers 2030 (2024-2030)',
};

/** The year at which the referential is asked for an annexe of this millésime. */
export function anneeOf(millesime: Millesime): number {
  return millesime;
}

/** What an agent reads in a list of choices. */
export function millesimeLabel(millesime: Millesime): string {
  return LABELS[millesime];
}

/** Reads 2015, "2015", " 2024 "; anything else is undefined. */
export function parseMillesime(value: string | number): Millesime | undefined {
  const year = Number(value);
  return MILLESIMES.find((millesime) => millesime === year);
}
