import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Associated {
  /** Names of the ribbon's commands. */
  readonly actions: readonly string[];
  /** Ids of the custom functions. */
  readonly functions: readonly string[];
}

/**
 * What the built scripts register, by running them in this page (jsdom) with an Office that only listens. The rest of the add-in finds
 * no Excel and says so to nobody: what it does is tested over the genuine office.js.
 */
export async function associatedBy(folder: string): Promise<Associated> {
  const actions: string[] = [];
  const functions: string[] = [];
  document.body.innerHTML = '<div id="volet"></div>';
  // webpack tells by it where the other files are.
  document.head.innerHTML = '<script src="https://localhost:3001/functions.js"></script>';
  const silent = { run: () => new Promise(() => undefined) };
  Object.assign(globalThis, {
    CustomFunctions: { associate: (id: string) => functions.push(id) },
    Excel: silent,
    Office: {
      HostType: { Excel: 'Excel' },
      onReady: async (tell: (info: { host: string }) => void) => tell({ host: 'Excel' }),
      actions: { associate: (name: string) => actions.push(name) },
      context: {},
    },
  });
  for (const script of ['functions.js', 'taskpane.js']) (0, eval)(readFileSync(join(folder, script), 'utf8'));
  await new Promise((resolve) => setTimeout(resolve));
  return { actions, functions };
}
