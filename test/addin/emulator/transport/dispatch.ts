import { REFUSAL, type EmulatedExcel } from '../excel';

/** The numbers by which office.js calls its host. */
export const DISPATCH = {
  settingsRefresh: 75,
  settingsSave: 76,
  fileProperties: 86,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** A batch as it travels: [kind, "POST", "ProcessQuery", headers, body, 0, flags, …]. */
export type RichApiRequest = readonly [string, string, string, readonly string[], string, number, number, ...unknown[]];

const HEADERS = ['Content-Type', 'application/json'];

/** Answers a batch: the triple that office.js reads, or the code by which Office refuses it. */
export async function processRequest(
  excel: EmulatedExcel,
  request: RichApiRequest,
): Promise<number | readonly unknown[]> {
  const [kind, , , , body, , flags] = request;
  const answer = await excel.process(body, flags, kind);
  return typeof answer === 'number' ? answer : [200, HEADERS, answer];
}

/** The settings as office.js keeps them outside of batches: each value as JSON text. */
export const settingsOf = (excel: EmulatedExcel): [string, string][] =>
  [...excel.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]);

export function saveSettings(excel: EmulatedExcel, pairs: readonly (readonly [string, string])[]): number {
  const { workbook } = excel;
  const kept = new Set(pairs.map(([key]) => key));
  for (const key of [...workbook.settings.keys()]) if (!kept.has(key)) workbook.setting(key, undefined, 'addin');
  for (const [key, json] of pairs) workbook.setting(key, JSON.parse(json), 'addin');
  return 0;
}

export { REFUSAL };
