/**
 * The one place that knows @microsoft/office-js-helpers (archived by Microsoft; decision 8 says why it is here, and how little of it).
 * It comes in a file of its own, when the diagnostic card asks; the add-in works the same when that file cannot come.
 */
export interface SecondOpinion {
  readonly host: string;
  readonly plateforme: string;
  /** Unfolds an error of Office.js on the console of the browser, for whoever looks there. */
  log(error: Error): void;
}

export async function loadSecondOpinion(): Promise<SecondOpinion> {
  const { Utilities } = await import(/* webpackChunkName: "office-js-helpers" */ '@microsoft/office-js-helpers');
  return { host: Utilities.host, plateforme: Utilities.platform, log: (error) => Utilities.log(error) };
}
