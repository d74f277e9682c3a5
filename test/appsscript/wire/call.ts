import type { Wire } from './run';

/** What the sidebar calls, over the wire: one text there, one text back. */
export const callOver =
  ({ run }: Pick<Wire, 'run'>) =>
  (request: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const door = run.withSuccessHandler(resolve).withFailureHandler(reject)['annexeRpc'] as (text: string) => void;
      door(request);
    });
