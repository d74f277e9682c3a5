/** What the buttons of the ribbon do, by the names that stand in the manifest. */
export interface RibbonCommands {
  readonly controler: () => Promise<void>;
  readonly corriger: () => Promise<void>;
  readonly suggerer: () => Promise<void>;
  readonly tableauDeBord: () => Promise<void>;
}

export const RIBBON: readonly (keyof RibbonCommands)[] = ['controler', 'corriger', 'suggerer', 'tableauDeBord'];

/**
 * Registers the buttons. Each shows the pane, where the command tells what it does and what stops it, and gives the button back
 * whatever happens: Excel would else say for five minutes that the add-in is working.
 */
export function associateRibbon(commands: RibbonCommands): void {
  for (const name of RIBBON) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void carryOut(commands[name], event));
  }
}

async function carryOut(command: () => Promise<void>, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
    await command();
  } finally {
    event.completed();
  }
}
