import { runFormula, runScript, type Project, type RunOptions } from '../realm/project';
import { colleagueOf } from './colleague';
import { documentOf, sheetOf, type DocumentState, type Held } from './document';

const files = new Map([['Sidebar', '<html></html>']]);
const project = (code: string, document = documentOf(sheetOf([['a', 1]]))): Project => ({ code, files, document });

/** Runs a script of one function, whose body this is, on a document. */
function run(body: string, document?: DocumentState, options?: RunOptions): unknown {
  return runScript(project(`function main() { ${body} }`, document), 'main', [], options).value;
}
const sheet = 'SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]';

describe('what setValue makes of a value', () => {
  it.each<[string, Held, string]>([
    [`'01'`, 1, ''],
    [`'22 34'`, 2234, ''],
    [`'1,5'`, 1.5, ''],
    [`'10 %'`, 0.1, ''],
    [`'100,00%'`, 1, ''],
    [`'12 €'`, 12, ''],
    [`'1e3'`, 1000, ''],
    [`'147'`, 147, ''],
    [`'163 147'`, 163147, ''],
    [`'163, 147'`, '163, 147', ''],
    [`'vrai'`, true, ''],
    [`'=1+1'`, '#NAME?', '=1+1'],
    [`'+1+1'`, '#NAME?', '=1+1'],
    [`"'01"`, '01', ''],
    [`"'=x"`, '=x', ''],
    [`'- liste'`, '- liste', ''],
    [`'DDCSPP'`, 'DDCSPP', ''],
    [`undefined`, '', ''],
    [`null`, '', ''],
    [`''`, '', ''],
    [`12.5`, 12.5, ''],
    [`false`, false, ''],
  ])('%s gives %p', (given, value, formula) => {
    const document = documentOf(sheetOf([['avant']]));
    run(`${sheet}.getRange(1, 1).setValue(${given});`, document);
    expect(document.sheets[0]?.rows[0]?.[0]).toMatchObject({ value, formula });
  });

  it.each(['1/2', '01/02/2026', '2026-11-22', '3 mars 2015', '12/2024', '10:30', '1.5'])('%s gives a date', (text) => {
    const document = documentOf(sheetOf([['avant']]));
    expect(
      run(
        `const at = ${sheet}.getRange(1, 1).setValue('${text}');
      SpreadsheetApp.flush();
      return [Object.prototype.toString.call(at.getValue()), at.getValue() instanceof Date];`,
        document,
      ),
    ).toEqual(['[object Date]', true]);
  });

  it.each(['01', '1/2', '=1+1', '22 34', "'01", '-'])('%s stays text in a cell of plain text', (text) => {
    const document = documentOf(sheetOf([['avant']]));
    run(`${sheet}.getRange(1, 1).setNumberFormat('@').setValue(${JSON.stringify(text)});`, document);
    expect(document.sheets[0]?.rows[0]?.[0]).toMatchObject({ value: text, formula: '', format: '@' });
  });

  it('makes text of a number in a cell of plain text', () => {
    expect(run(`return ${sheet}.getRange(1, 1).setNumberFormat('@').setValue(102).getValue();`)).toBe('102');
  });
});

describe('writes', () => {
  it('are seen by the script at once, by others after flush', () => {
    const document = documentOf(sheetOf([['avant']]));
    const seen: Held[] = [];
    const between: RunOptions['between'] = () => void seen.push(document.sheets[0]?.rows[0]?.[0]?.value ?? '');
    const own = run(
      `const at = ${sheet}.getRange(1, 1); at.setValue('x'); const own = at.getValue(); SpreadsheetApp.flush(); at.getValue(); return own;`,
      document,
      { between },
    );
    expect(own).toBe('x');
    expect(seen.slice(-3)).toEqual(['avant', 'avant', 'x']);
  });

  it('land by position, wherever the line has gone', () => {
    const document = documentOf(sheetOf([['a'], ['b']]));
    run(`${sheet}.getRange(2, 1).setValue('x'); SpreadsheetApp.flush();`, document, {
      between: (_, name) => name === 'SpreadsheetApp.flush' && colleagueOf(document).insertRow(0),
    } as RunOptions);
    expect(document.sheets[0]?.rows.map(([cell]) => cell?.value)).toEqual([undefined, 'x', 'b']);
  });

  it('are made at the end when nobody asked', () => {
    const document = documentOf(sheetOf([['avant']]));
    run(`${sheet}.getRange(1, 1).setValue('x');`, document);
    expect(document.sheets[0]?.rows[0]?.[0]?.value).toBe('x');
  });

  it.each(['[[1]]', '[[1, 2], [3]]', '[[1, 2], [3, 4], [5, 6]]'])('of %s in two rows of two throw', (values) => {
    expect(() => run(`${sheet}.getRange(1, 1, 2, 2).setValues(${values});`)).toThrow(/does not match/);
  });

  it.each(['now', 'at flush'] as const)('on a protected cell throw (%s), and the others are made', (refuses) => {
    const document = documentOf(sheetOf([['a'], ['b']], { protections: [{ top: 0, left: 0, bottom: 0, right: 0 }] }));
    document.refuses = refuses;
    const said = run(
      `const s = ${sheet}; const can = [s.getRange(1, 1).canEdit(), s.getRange(2, 1).canEdit()];
       let said = 'nothing';
       s.getRange(2, 1).setValue('y');
       try { s.getRange(1, 1).setValue('x'); SpreadsheetApp.flush(); } catch (error) { said = error.name + ': ' + error.message; }
       return [...can, said, error => error];`,
      document,
    );
    expect(said).toEqual([false, true, expect.stringMatching(/^Exception: .*protégé/), null]);
    expect(document.sheets[0]?.rows.map(([cell]) => cell?.value)).toEqual(['a', 'y']);
  });

  it('must be flushed before the lock is given back', () => {
    const body = (flush: string): string =>
      `const lock = LockService.getDocumentLock(); lock.tryLock(10); ${sheet}.getRange(1, 1).setValue('x'); ${flush} lock.releaseLock();`;
    expect(() => run(body(''))).toThrow(/not flushed/);
    expect(run(body('SpreadsheetApp.flush();'))).toBeUndefined();
    expect(() => run(`try { ${body('')} } catch (error) {}`)).toThrow(/not flushed/);
  });
});

describe('what is read', () => {
  it('is made inside the realm: arrays, dates, errors', () => {
    const document = documentOf(sheetOf([[new Date(0), '']]));
    expect(
      run(
        `const values = ${sheet}.getDataRange().getValues();
         let caught; try { ${sheet}.getRange(0, 1); } catch (error) { caught = error; }
         return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, caught instanceof Error,
           typeof [].at, typeof values.at, typeof values[0][0].constructor.constructor];`,
        document,
      ),
    ).toEqual([true, true, true, true, 'undefined', 'undefined', 'function']);
  });

  it('tells formulas, results, merged cells and blank ones', () => {
    const document = documentOf(
      sheetOf(
        [
          ['Pilier', 'caché'],
          ['', 2],
        ],
        { merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
      ),
    );
    colleagueOf(document).setFormula(1, 0, '=B2');
    document.compute = () => 2;
    expect(
      run(
        `const all = ${sheet}.getDataRange(); return [all.getValues(), all.getFormulas(), all.getMergedRanges().map((one) => one.getA1Notation())];`,
        document,
      ),
    ).toEqual([
      [
        ['Pilier', ''],
        [2, 2],
      ],
      [
        ['', ''],
        ['=B2', ''],
      ],
      ['A1:B1'],
    ]);
  });

  it('knows whole columns, names with quotes, and what does not exist', () => {
    const document = documentOf(sheetOf([['a']], { name: "L'annexe" }));
    const ask = (text: string): unknown =>
      run(
        `const r = SpreadsheetApp.getActiveSpreadsheet().getRange(${JSON.stringify(text)}); return [r.getNumRows(), r.getNumColumns()];`,
        document,
      );
    expect(ask('A:H')).toEqual([1000, 8]);
    expect(ask("'L''annexe'!A1:B2")).toEqual([2, 2]);
    expect(() => ask('Autre!A1')).toThrow(/introuvable/);
    expect(() => run(`${sheet}.getRange(1, 1, 1001, 1);`)).toThrow(/outside/);
    expect(() => run(`${sheet}.getRange(0, 1);`)).toThrow(/too small/);
  });

  it('is nothing at all in an .xlsx that was not converted', () => {
    const document = documentOf(sheetOf([['a']]));
    document.office = true;
    expect(() => run(`return ${sheet}.getName();`, document)).toThrow(
      'This operation is not supported for this document',
    );
  });
});

describe('what is not there', () => {
  it.each([
    ['a member of a range', `${sheet}.getRange(1, 1).getRichTextValue();`],
    ['a misspelt member', `SpreadsheetApp.getActiveSpreadSheet();`],
    ['a service that is not allowed', `Session.getActiveUser();`],
    ['a field that is written', `SpreadsheetApp.mine = 1;`],
    ['a template', `HtmlService.createTemplateFromFile('Sidebar');`],
    ['user data of a lock', `LockService.getUserLock();`],
  ])('throws, and is told although it was caught: %s', (_what, body) => {
    expect(() => run(body)).toThrow();
    expect(() => run(`try { ${body} } catch (error) {}`)).toThrow(/not in the fake|is written/);
  });

  it('says which file or function is missing', () => {
    expect(() => run(`HtmlService.createHtmlOutputFromFile('Autre');`)).toThrow(/Autre/);
    expect(() => runScript(project('function a() {}'), 'b', [])).toThrow('Script function not found: b');
    expect(() => run(`UrlFetchApp.fetch('x');`)).toThrow(/UrlFetchApp is not defined/);
  });
});

describe('authorisation', () => {
  it('before it is given lets the menu be built, and nothing else', () => {
    const menu = `SpreadsheetApp.getUi().createAddonMenu().addItem('Ouvrir', 'ouvrir').addSeparator().addToUi();`;
    const { shown } = runScript(project(`function main() { ${menu} }`), 'main', [], { mode: 'NONE' });
    expect(shown.menus).toEqual({ '(module complémentaire)': ['Ouvrir → ouvrir', '—'] });
    const more = [
      sheet,
      `LockService.getDocumentLock()`,
      `PropertiesService.getDocumentProperties()`,
      `HtmlService.createHtmlOutputFromFile('Sidebar')`,
      `SpreadsheetApp.getUi().alert('x')`,
    ];
    for (const body of more) expect(() => run(body, undefined, { mode: 'NONE' })).toThrow(/permission/);
  });

  it('when limited shows no sidebar', () => {
    const open = `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Annexe'));`;
    expect(() => run(open, undefined, { mode: 'LIMITED' })).toThrow(/permission/);
    expect(runScript(project(`function main() { ${open} }`), 'main', []).shown.sidebars).toEqual([
      { title: 'Annexe', html: '<html></html>' },
    ]);
  });

  it('of a formula lets it read, and change nothing', () => {
    const formula = (body: string): unknown => runFormula(project(`function F(v) { ${body} }`), 'F', [3]);
    expect(formula(`return ${sheet}.getDataRange().getValues()[0][1] + v;`)).toBe(4);
    for (const body of [
      `${sheet}.getRange(1, 1).setValue(1);`,
      `SpreadsheetApp.getUi();`,
      `${sheet}.activate();`,
      `SpreadsheetApp.getActive().insertSheet('x');`,
      `PropertiesService.getDocumentProperties().setProperty('a', 'b');`,
    ])
      expect(() => formula(body)).toThrow(/permission/);
  });
});

describe('locks and properties', () => {
  it('a held lock is refused at once, and given back at the end of the run', () => {
    const document = documentOf(sheetOf([]));
    const ask = (): unknown => run(`return LockService.getDocumentLock().tryLock(5000);`, document);
    document.lock = 'somebody';
    expect(ask()).toBe(false);
    expect(() => run(`LockService.getDocumentLock().waitLock(10);`, document)).toThrow(/verrou/);
    document.lock = null;
    expect([ask(), document.lock, ask()]).toEqual([true, null, true]);
  });

  it('a value holds 9 KB, a store 500 KB, and a call that goes beyond writes nothing', () => {
    const document = documentOf(sheetOf([]));
    const put = (times: number, size: number): unknown =>
      run(
        `const p = PropertiesService.getDocumentProperties(); const all = {};
         for (let i = 0; i < ${times}; i++) all['k' + i] = 'é'.repeat(${size / 2}); p.setProperties(all);`,
        document,
      );
    expect(put(1, 9 * 1024)).toBeUndefined();
    expect(() => put(1, 9 * 1024 + 2)).toThrow(/trop grand/);
    expect(() => put(60, 9000)).toThrow(/quota/);
    expect(document.documentProperties.size).toBe(1);
    expect(
      run(
        `const p = PropertiesService.getDocumentProperties(); p.setProperty('n', 3); return [p.getProperty('n'), p.getProperty('m')];`,
        document,
      ),
    ).toEqual(['3', null]);
  });
});

it('counts the calls of the document, not the handles', () => {
  const { execution } = runScript(
    project(
      `function main() { const at = SpreadsheetApp.getActiveRange(); at.getRow(); at.getSheet().getRange(1, 1).getA1Notation(); at.getValues(); }`,
    ),
    'main',
    [],
  );
  expect(execution.calls).toEqual(['SpreadsheetApp.getActiveRange', 'Range.getValues']);
  expect(execution.moments).toHaveLength(6);
});
