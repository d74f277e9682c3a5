/** The version of the project, written by the build. */
declare const VERSION: string;

/** What HtmlService puts in the page, as far as we use it. The server's functions are members by their names. */
interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
  annexeRpc(request: string): void;
}

declare const google: {
  readonly script: {
    readonly run: ScriptRun;
    readonly host: { readonly editor?: { focus(): void } };
  };
};
