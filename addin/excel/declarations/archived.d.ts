/** The three things that we use of @microsoft/office-js-helpers. Its own types bring an older copy of Office's. */
export declare const Utilities: Readonly<Record<'host' | 'platform', string>> & {
  /** Prints an error with its debugInfo and its stack on the console, unfolded. */
  log(exception: Error): void;
};
