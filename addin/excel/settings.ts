import { HostFailure, type WorkbookStore } from '../../shared/sheet';
import { NBSP } from '../../shared/text';
import { run } from './run';

/** Settings travel with each opening of the workbook. */
const LONGEST = 500_000;

/**
 * Texts kept in the workbook, for this add-in alone: colleagues who open it see the same. They are saved with the file.
 * https://learn.microsoft.com/javascript/api/excel/excel.settingcollection
 */
export const workbookStore: WorkbookStore = {
  load: (name) =>
    run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(name);
      setting.load('value');
      await context.sync();
      const value: unknown = setting.isNullObject ? null : setting.value;
      return typeof value === 'string' ? value : null;
    }),
  save: async (name, text) => {
    if (text.length > LONGEST) {
      throw new HostFailure(
        `Il y a trop à garder dans le classeur${NBSP}: cela n’a pas été enregistré.`,
        'Ôtez des constats acceptés qui ne servent plus (onglet Outils), puis recommencez.',
      );
    }
    await run(async (context) => {
      context.workbook.settings.add(name, text);
      await context.sync();
    });
  },
};
