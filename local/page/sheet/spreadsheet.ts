import {
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type IExecutionOptions,
  type Injector,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import french from '@univerjs/preset-sheets-core/locales/fr-FR';
import { formulaClasses, type Calls } from './formulaClass';
import { formulaTips } from './formulaTips';
import { createMirror, type Mirror } from './mirror';
import { changeOf, type Change } from './mutations';
import { understandFrench } from './typing';

/** The spreadsheet of the page: one Univer, one workbook at a time. */
export interface Spreadsheet {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly mirror: Mirror;
  /** The workbook that is shown. */
  workbook(): Workbook;
  load(data: IWorkbookData): void;
  /** Tells every change of contents; `computed` when it is only the result of formulas. */
  onChange(tell: (change: Change, computed: boolean) => void): () => void;
  /** After another workbook was shown. */
  onLoad(tell: () => void): () => void;
  setDark(dark: boolean): void;
}

/**
 * Univer without its ribbon: what it would offer (fonts, colours, borders) is not written to the file, so it is not offered.
 * Formulas are computed here, in the page, and only those without a stored value when a workbook opens.
 */
function startUniver(container: HTMLElement, calls: Calls, dark: boolean): Univer {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: french },
    darkMode: dark,
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    toolbar: false,
    header: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: false },
    sheets: { disableForceStringMark: true, disableForceStringAlert: true },
    disableAutoFocus: true,
    formula: {
      function: formulaClasses(calls),
      description: formulaTips(),
      initialFormulaComputing: CalculationMode.WHEN_EMPTY,
    },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return univer;
}

/** The spreadsheet in `container`, empty until a workbook is loaded. */
export function createSpreadsheet(container: HTMLElement, calls: Calls, dark: boolean): Spreadsheet {
  const univer = startUniver(container, calls, dark);
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const mirror = createMirror();
  const watchers = new Set<(change: Change, computed: boolean) => void>();
  const loaders = new Set<() => void>();
  let shown: Workbook | null = null;

  understandFrench(injector);
  injector.get(ICommandService).onCommandExecuted((command, options?: IExecutionOptions) => {
    const change = changeOf(command);
    if (change === null) return;
    mirror.touch(change.sheetId, change.rows ?? undefined);
    for (const tell of [...watchers]) tell(change, options?.fromFormula === true);
  });

  return {
    api: FUniver.newAPI(univer),
    injector,
    mirror,
    workbook() {
      if (shown === null) throw new Error('no workbook is shown yet');
      return shown;
    },
    load(data) {
      const before = shown?.getUnitId();
      mirror.forget();
      shown = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
      if (before !== undefined) instances.disposeUnit(before);
      for (const tell of [...loaders]) tell();
    },
    onChange: (tell) => registered(watchers, tell),
    onLoad: (tell) => registered(loaders, tell),
    setDark(dark) {
      FUniver.newAPI(univer).toggleDarkMode(dark);
    },
  };
}

function registered<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => void set.delete(one);
}
