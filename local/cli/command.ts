import type { Arguments, CommandSpec } from './args';
import type { Terminal } from './terminal';

/** Exit codes: done (and no erreur found), done with something to say, unusable. */
export const Exit = { ok: 0, found: 1, unusable: 2 } as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

export interface Command {
  readonly spec: CommandSpec;
  run(args: Arguments, terminal: Terminal): Exit;
}
