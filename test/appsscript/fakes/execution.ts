import { copyOf, type DocumentState } from './document';

/** Google's authorisation modes, and the one of a formula. */
export type Mode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** One run of the script: a click, a call of the sidebar, a formula. */
export interface Execution {
  readonly id: string;
  readonly mode: Mode;
  /** The document that everybody sees. */
  readonly document: DocumentState;
  /** Calls that ask something of the document or change it: what a budget counts. */
  readonly calls: string[];
  /** All calls, in order: the places where somebody else may come between. */
  readonly moments: string[];
  /** What no program may do, said again after the run even if the program caught it. */
  readonly violations: string[];
  /** Files of the project, by name without ending. */
  readonly files: ReadonlyMap<string, string>;
  /** Says that a member is called; throws when the mode forbids it. */
  enter(owner: string, member: string): void;
  /** The document as this run sees it: with what it has not written yet. */
  view(): DocumentState;
  /** Writes later, by position, as Google does. */
  write(change: (document: DocumentState) => void): void;
  flush(): void;
  pending(): number;
}

/** What Google throws: seen by the program as an Error named Exception. */
export class GoogleException extends Error {}

/** Called before each call of Google: where a test lets a colleague come between. */
export type Between = (moment: number, name: string) => void;

/** These make a handle, or tell what a handle knows by itself: no call of the document. */
const FREE = new Set([
  'SpreadsheetApp.getActiveSpreadsheet',
  'SpreadsheetApp.getActive',
  'SpreadsheetApp.getUi',
  'SpreadsheetApp.newDataValidation',
  'Range.getSheet',
  'Range.getRow',
  'Range.getColumn',
  'Range.getNumRows',
  'Range.getNumColumns',
  'Range.getLastRow',
  'Range.getLastColumn',
  'Range.getA1Notation',
  'Range.getCell',
  'Range.offset',
  'Sheet.getRange',
  'Sheet.getParent',
  'Sheet.newChart',
  'LockService.getDocumentLock',
  'PropertiesService.getDocumentProperties',
  'PropertiesService.getUserProperties',
  'CacheService.getDocumentCache',
]);
const OFF_THE_DOCUMENT = /^(Ui|Menu|Logger|Utilities|HtmlService|HtmlOutput|ScriptApp|Session|EmbeddedChartBuilder)\./;
const DATA_VALIDATION = /^DataValidation(Builder)?\./;

/** The menu can be built before the user has allowed anything; so little else can. */
const IN_NONE =
  /^(SpreadsheetApp\.getUi|Ui\.(createMenu|createAddonMenu)|Menu\.\w+|Logger\.\w+|Session\.getActiveUserLocale)$/;
const NEEDS_FULL = /^(Ui\.(showSidebar|showModalDialog|showModelessDialog|alert|prompt)|HtmlService\.\w+)$/;
const CHANGES =
  /^\w+\.(set|insert|delete|clear|activate|moveTo|copyTo|append|hide|show|rename|merge|remove|protect|sort|autoResize|create|add)\w*$/;

export interface ExecutionOptions {
  readonly document: DocumentState;
  readonly mode: Mode;
  readonly files?: ReadonlyMap<string, string>;
  readonly between?: Between | undefined;
}

let count = 0;

export function createExecution({ document, mode, files = new Map(), between }: ExecutionOptions): Execution {
  let writes: ((document: DocumentState) => void)[] = [];
  const execution: Execution = {
    id: `execution ${++count}`,
    mode,
    document,
    calls: [],
    moments: [],
    violations: [],
    files,
    enter(owner, member) {
      const name = `${owner}.${member}`;
      refuse(mode, name);
      between?.(execution.moments.length, name);
      execution.moments.push(name);
      if (document.office && /^(SpreadsheetApp\.getActive|Spreadsheet\.|Sheet\.|Range\.)/.test(name))
        throw new GoogleException('This operation is not supported for this document');
      if (!FREE.has(name) && !OFF_THE_DOCUMENT.test(name) && !DATA_VALIDATION.test(name)) execution.calls.push(name);
    },
    view() {
      if (writes.length === 0) return document;
      const copy = copyOf(document);
      for (const write of writes) attempt(write, copy);
      return copy;
    },
    write: (change) => void writes.push(change),
    flush() {
      const now = writes;
      writes = [];
      if (document.refuses === 'the whole batch') for (const write of now) write(copyOf(document));
      const failures = now.flatMap((write) => attempt(write, document) ?? []);
      if (failures[0] !== undefined) throw failures[0];
    },
    pending: () => writes.length,
  };
  return execution;
}

/** What Google refuses of a batch of writes does not stop the others. */
function attempt(write: (document: DocumentState) => void, document: DocumentState): GoogleException | null {
  try {
    write(document);
    return null;
  } catch (error) {
    if (error instanceof GoogleException) return error;
    throw error;
  }
}

function refuse(mode: Mode, name: string): void {
  if (mode === 'NONE' && !IN_NONE.test(name))
    throw new GoogleException(`You do not have permission to call ${name} (AuthMode.NONE).`);
  if (mode === 'LIMITED' && NEEDS_FULL.test(name))
    throw new GoogleException(`You do not have permission to call ${name} (AuthMode.LIMITED).`);
  if (mode === 'CUSTOM_FUNCTION' && (CHANGES.test(name) || /^SpreadsheetApp\.(getUi|flush)$/.test(name)))
    throw new GoogleException(`You do not have permission to call ${name} from a custom function.`);
}
