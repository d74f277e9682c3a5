import type { Commands } from '../../shared/pane';
import type { CellRef } from '../../shared/sheet';
import type { RibbonCommands } from '../excel';

/** The buttons of the ribbon, as commands of the pane; each waits until the pane is there. `here`: the cell where the agent is. */
export function ribbonCommands(pane: Promise<Commands>, here: () => Promise<CellRef>): RibbonCommands {
  return {
    controler: async () => (await pane).check(),
    async corriger() {
      const commands = await pane;
      await commands.tab('controle');
      await commands.check();
      if (commands.store.state().bilan !== null) await commands.plan(true);
    },
    async suggerer() {
      const commands = await pane;
      if (commands.store.state().bilan === null) await commands.check();
      await commands.tab('ligne');
      if (commands.store.state().bilan !== null) await commands.goTo(await here());
    },
    async tableauDeBord() {
      const commands = await pane;
      await commands.tab('couverture');
      await commands.createDashboard();
    },
  };
}
