import { GoogleException } from './execution';
import { standsFor, strict, type Place } from './strict';

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;
type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

/** What the user sees beside the sheet. */
export interface Shown {
  /** Menus, by title: "entry → function", "—" for a line. */
  readonly menus: Record<string, string[]>;
  readonly sidebars: { readonly title: string; readonly html: string }[];
  readonly alerts: string[];
}

const shownBy = new WeakMap<object, Shown>();

/** What a run of the script has shown. */
export function shownIn({ execution }: Place): Shown {
  const shown = shownBy.get(execution) ?? { menus: {}, sidebars: [], alerts: [] };
  shownBy.set(execution, shown);
  return shown;
}

export function createUi(place: Place): Ui {
  const shown = shownIn(place);
  const menu = (title: string): Menu => {
    const entries: string[] = [];
    const made: Menu = strict<Menu>(
      place,
      'Menu',
      {
        addItem(caption: string, functionName: string) {
          entries.push(`${caption} → ${functionName}`);
          return made;
        },
        addSeparator() {
          entries.push('—');
          return made;
        },
        addSubMenu(inner: Menu) {
          entries.push(...(standsFor(inner) as string[]));
          return made;
        },
        addToUi: () => void (shown.menus[title] = entries),
      },
      entries,
    );
    return made;
  };
  return strict<Ui>(place, 'Ui', {
    createMenu: menu,
    // An add-on's menu bears the name of the add-on.
    createAddonMenu: () => menu('(module complémentaire)'),
    showSidebar(output: object) {
      const { title, html } = standsFor(output) as { title: () => string; html: string };
      shown.sidebars.push({ title: title(), html });
    },
    alert: ((...texts: unknown[]) => {
      shown.alerts.push(texts.filter((text) => typeof text === 'string').join(' — '));
      return 'OK';
    }) as unknown as Ui['alert'],
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO' } as unknown as Ui['ButtonSet'],
    Button: { OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO', CLOSE: 'CLOSE' } as unknown as Ui['Button'],
  });
}

export function createHtmlService(place: Place): GoogleAppsScript.HTML.HtmlService {
  return strict<GoogleAppsScript.HTML.HtmlService>(place, 'HtmlService', {
    createHtmlOutputFromFile(name: string) {
      const html = place.execution.files.get(name);
      if (html === undefined) throw new GoogleException(`Aucun fichier HTML nommé ${name} n'a été trouvé.`);
      let title = '';
      const output: HtmlOutput = strict<HtmlOutput>(
        place,
        'HtmlOutput',
        {
          setTitle(text: string) {
            title = text;
            return output;
          },
          getContent: () => html,
        },
        { html, title: () => title },
      );
      return output;
    },
  });
}
