/**
 * The one place that knows @microsoft/office-js-helpers (archived by Microsoft; decision 8 says why it is here, and how little of it).
 * It comes in a file of its own, when the diagnostic card asks; the add-in works the same when that file cannot come.
 */
export interface OfficeHelpers {
  readonly host: string;
  readonly platform: string;
  /** Unfolds an error of Office.js on the console of the browser, for whoever looks there. */
  log(error: Error): void;
}

export async function loadOfficeHelpers(): Promise<OfficeHelpers> {
  const { Utilities } = await import(/* webpackChunkName: "office-js-helpers" */ '@microsoft/office-js-helpers');
  return { host: Utilities.host, platform: Utilities.platform, log: (error) => Utilities.log(error) };
}
