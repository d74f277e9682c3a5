import { ApiObject } from './apiObject';

/** The number of each event of sheets in the messages, and the property of Office.js that tells it. */
export const EVENTS: Readonly<Record<string, readonly [type: number, property: string]>> = {
  DataChanged: [10, 'onChanged'],
  Activated: [11, 'onActivated'],
  Deactivated: [12, 'onDeactivated'],
  Added: [13, 'onAdded'],
  SelectionChanged: [14, 'onSelectionChanged'],
  Deleted: [15, 'onDeleted'],
  Calculated: [16, 'onCalculated'],
  FormatChanged: [18, 'onFormatChanged'],
  RowSorted: [19, 'onRowSorted'],
  ColumnSorted: [20, 'onColumnSorted'],
  ProtectionChanged: [24, 'onProtectionChanged'],
  NameChanged: [25, 'onNameChanged'],
};

/** What sheets and their collection have in common: an add-in asks to be told, and to be told no more. */
export abstract class WorksheetEvents extends ApiObject {
  /** Who tells: the sheet's id, or "Workbook". */
  abstract get $target(): string;
}

/** The names of the two methods that Office.js calls behind `add` and `remove`. */
export const registration = (event: string, on: boolean): string =>
  `_${on ? 'R' : 'Unr'}egister${event === 'NameChanged' ? 'EventNameChanged' : `${event}Event`}`;

for (const [name, [type]] of Object.entries(EVENTS)) {
  for (const on of [true, false]) {
    Object.defineProperty(WorksheetEvents.prototype, registration(name, on), {
      value(this: WorksheetEvents): void {
        this.$session.register(this.$target, type, on);
      },
    });
  }
}
