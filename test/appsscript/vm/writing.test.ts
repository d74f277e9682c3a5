import { invert, printRow, valueAt, type Edit, type Grid, type Scalar } from '../../../shared/sheet';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState, type Held } from '../fakes/document';
import { momentOf, ZONE } from '../fakes/zone';
import { askServer, valueFrom } from '../rpc';

const HEADER = ['Réf', 'Objectif', 'BOP', 'Service'];
const documentWith = (...cells: Held[]): DocumentState =>
  documentOf(sheetOf([HEADER, ...cells.map((cell, row) => [`PDEE_AS1_00${row}`, `Objectif ${row}`, cell, 'ARS'])]));

function gridOf(document: DocumentState): Grid {
  const { sheet, values, formulas } = valueFrom(document, 'read', { sheet: 'Annexe', part: 0 });
  return { origin: { sheet, row: 0, column: 0 }, values, formulas: new Map(formulas) };
}

function editIn(document: DocumentState, row: number, column: number, set: Scalar): Edit {
  const grid = gridOf(document);
  return { at: { sheet: 'Annexe', row, column }, expect: valueAt(grid, row, column), set, row: printRow(grid, row) };
}

const cell = (document: DocumentState, row: number, column: number): { value: Held; formula: string } => {
  const { value, formula } = document.sheets[0]?.rows[row]?.[column] ?? { value: '', formula: '' };
  return { value, formula };
};

describe('a text is written as it is', () => {
  it.each([
    '01',
    '0147',
    '22 34',
    '163 147',
    '163, 147',
    '163\n147',
    '1/2',
    '01/02/2026',
    '12/2024',
    '3 mars 2015',
    'mars 2015',
    '10:30',
    '1.5',
    '1,5',
    '10 %',
    '100,00%',
    '12 €',
    '1e3',
    '-',
    '- liste',
    '-5',
    '+33',
    '=1+1',
    '=x',
    '@x',
    "'01",
    "'=x",
    'vrai',
    'FAUX',
    'TRUE',
    'false',
    '«',
    '(5)',
    ' 5',
    '5 ',
    '\u00a05',
    '#N/A',
    'DDCSPP',
    'É',
    'jeudi 3',
    'œuvre',
    '1er trimestre',
    '✓',
    'EA 30 %',
    '0',
    '٣',
  ])('%j', (text) => {
    const document = documentWith('avant');
    const { applied, refused } = valueFrom(document, 'apply', { edits: [editIn(document, 1, 2, text)] });
    expect([applied.length, refused]).toEqual([1, []]);
    expect(cell(document, 1, 2)).toEqual({ value: text, formula: '' });
    // And where the cell was plain text already.
    const again = documentWith('avant');
    Object.assign(again.sheets[0]?.rows[1]?.[2] ?? {}, { format: '@' });
    valueFrom(again, 'apply', { edits: [editIn(again, 1, 2, text)] });
    expect(cell(again, 1, 2)).toEqual({ value: text, formula: '' });
  });

  it('except a day as the core writes it, which is a day', () => {
    const document = documentWith('avant');
    valueFrom(document, 'apply', { edits: [editIn(document, 1, 2, '2026-11-22')] });
    expect(cell(document, 1, 2).value).toEqual(momentOf(ZONE, [2026, 11, 22]));
  });

  it('and so are numbers, truth values and blanks, over a text or not', () => {
    for (const set of [102, 0.132, -1, true, false, '', null] as const) {
      for (const format of ['General', '@']) {
        const document = documentWith('avant');
        Object.assign(document.sheets[0]?.rows[1]?.[2] ?? {}, { format });
        expect(valueFrom(document, 'apply', { edits: [editIn(document, 1, 2, set)] }).applied).toHaveLength(1);
        expect(cell(document, 1, 2)).toEqual({ value: set ?? '', formula: '' });
      }
    }
  });

  it.each<[string, Held]>([
    ['a number', 102],
    ['a share', 0.132],
    ['a date', momentOf(ZONE, [2026, 2, 1])],
    ['a moment', momentOf(ZONE, [2026, 7, 14, 9, 30])],
    ['a time', momentOf(ZONE, [1899, 12, 30, 10, 30])],
    ['a truth value', true],
    ['a blank', ''],
    ['a text like a number', '0102'],
  ])('%s comes back when the step is taken back', (_what, before) => {
    const document = documentWith(before);
    const { applied } = valueFrom(document, 'apply', { edits: [editIn(document, 1, 2, '102 147')] });
    expect(cell(document, 1, 2).value).toBe('102 147');
    const origin = { sheet: 'Annexe', row: 0, column: 0 };
    const back = valueFrom(document, 'apply', { edits: applied.map((edit) => invert(edit, origin)) });
    expect(back.refused).toEqual([]);
    expect(cell(document, 1, 2)).toEqual({ value: before, formula: '' });
  });
});

describe('the lock', () => {
  it('held by somebody else stops every writing, and says so', () => {
    const document = documentWith('a');
    const edits = [editIn(document, 1, 2, 'b')];
    document.lock = 'somebody';
    expect(askServer(document, 'apply', { edits }).reply).toMatchObject({ ok: false, code: 'occupe' });
    expect(askServer(document, 'save', { name: 'n', text: 't' }).reply).toMatchObject({ ok: false, code: 'occupe' });
    expect(askServer(document, 'insertFormula', { formula: '=ANNEXE.REF(A2)' }).reply).toMatchObject({
      code: 'occupe',
    });
    expect(cell(document, 1, 2).value).toBe('a');
    expect(document.lock).toBe('somebody');
  });

  it('is taken before the sheet is read, and given back after all is written', () => {
    const document = documentWith('a');
    const { execution } = askServer(document, 'apply', { edits: [editIn(document, 1, 2, '01')] });
    const { moments } = execution;
    const at = (name: string): number => moments.indexOf(name);
    expect(at('Lock.tryLock')).toBeLessThan(at('SpreadsheetApp.flush'));
    expect(at('SpreadsheetApp.flush')).toBeLessThan(at('Range.getValues'));
    expect(moments.lastIndexOf('SpreadsheetApp.flush')).toBeGreaterThan(moments.lastIndexOf('Range.setValue'));
    expect(moments[moments.length - 1]).toBe('Lock.releaseLock');
    expect(document.lock).toBeNull();
  });

  it('is not taken for a reading', () => {
    const { execution } = askServer(documentWith('a'), 'read', { sheet: null, part: 0 });
    expect(execution.moments.filter((name) => name.startsWith('Lock'))).toEqual([]);
  });
});

describe('a protected cell', () => {
  const REFUSALS = ['now', 'at flush', 'the whole batch'] as const;

  it('is not even tried', () => {
    const document = documentWith('a', 'b');
    const edits = [1, 2].map((row) => editIn(document, row, 2, `${row}0`));
    colleagueOf(document).protect(2, 2);
    const { moments } = askServer(document, 'apply', { edits }).execution;
    expect(moments.filter((name) => name === 'Range.setValue')).toHaveLength(1);
  });

  it.each(REFUSALS)('is left, and the others are written (Google refuses %s)', (refuses) => {
    const document = documentWith('a', 'b', 'c');
    document.refuses = refuses;
    const edits = [1, 2, 3].map((row) => editIn(document, row, 2, `${row}0`));
    colleagueOf(document).protect(2, 2);
    const { applied, refused } = valueFrom(document, 'apply', { edits });
    expect([
      applied.map(({ at }) => at.row),
      refused.map(({ edit, reason, found }) => [edit.at.row, reason, found]),
    ]).toEqual([[1, 3], [[2, 'protected', 'b']]]);
    expect([1, 2, 3].map((row) => cell(document, row, 2).value)).toEqual(['10', 'b', '30']);
  });

  it.each(REFUSALS)('is left even when it was protected at the last moment (%s)', (refuses) => {
    const names = askServer(documentWith('a', 'b'), 'apply', {
      edits: [editIn(documentWith('a', 'b'), 1, 2, '01'), editIn(documentWith('a', 'b'), 2, 2, '02')],
    }).execution.moments;
    for (let moment = 0; moment < names.length; moment++) {
      const document = documentWith('a', 'b');
      document.refuses = refuses;
      const edits = [editIn(document, 1, 2, '01'), editIn(document, 2, 2, '02')];
      const { applied, refused } = valueFrom(document, 'apply', { edits }, (index) => {
        if (index === moment) colleagueOf(document).protect(1, 2);
      });
      // What is told is what the sheet holds; the other cell may have been in a batch that was refused.
      const told = [1, 2].map((row) => applied.some(({ at }) => at.row === row));
      const written = [1, 2].map((row) => cell(document, row, 2).value === `0${row}`);
      expect([moment, told, refused.map(({ reason }) => reason)]).toEqual([
        moment,
        written,
        written.flatMap((done) => (done ? [] : ['protected'])),
      ]);
      if (refuses !== 'the whole batch') expect(written[1]).toBe(true);
    }
  });
});

it('writes cell by cell, and asks the more the more there is to write: no whole table', () => {
  const document = documentWith('a', 'b', 'c', 'd');
  const { execution } = askServer(document, 'apply', {
    edits: [1, 2, 3].map((row) => editIn(document, row, 3, 'DTPJJ')),
  });
  expect(execution.moments.filter((name) => /^Range\.set(Value|Formula)s?$/.test(name))).toEqual(
    Array(3).fill('Range.setValue'),
  );
});

describe('in a sheet without a blank row below', () => {
  it('a correction of the last line, which a colleague deletes at any moment, is refused, and the others are told', () => {
    const make = (): DocumentState => {
      const document = documentWith('101', '102', '103');
      for (const sheet of document.sheets) sheet.maxRows = sheet.rows.length;
      return document;
    };
    const edits = [editIn(make(), 1, 2, '147'), editIn(make(), 3, 2, '163')];
    const { moments } = askServer(make(), 'apply', { edits }).execution;
    const wrong: unknown[] = [];
    for (let moment = 0; moment < moments.length; moment++) {
      for (const asked of [edits, edits.slice(1)]) {
        const document = make();
        const { reply } = askServer(
          document,
          'apply',
          { edits: asked },
          (index) => index === moment && colleagueOf(document).deleteRow(3),
        );
        const told = reply.ok ? [...reply.value.applied, ...reply.value.refused.map(({ edit }) => edit)] : [];
        const first = cell(document, 1, 2).value;
        if (told.length !== asked.length || first !== (asked === edits ? '147' : '101'))
          wrong.push([moment, moments[moment], first, reply]);
      }
    }
    expect(wrong).toEqual([]);
  });
});
