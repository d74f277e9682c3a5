import { PROTOCOL, type Verb } from '../../../appsscript/rpc';
import { builtProject } from '../built';
import { colleagueOf } from '../fakes/colleague';
import { documentOf, sheetOf, type DocumentState } from '../fakes/document';
import { momentOf, ZONE } from '../fakes/zone';
import { runScript } from '../realm/project';
import { askServer, valueFrom } from '../rpc';
import { SEED, seedSheet } from '../seed';

const raw = (document: DocumentState, text: unknown): unknown =>
  JSON.parse(String(runScript(builtProject(document), 'annexeRpc', [text]).value));

describe('a reading', () => {
  it('gives the seed as its workbook holds it: titles, merged cells', () => {
    const part = valueFrom(documentOf(seedSheet()), 'read', { sheet: 'Annexe', part: 0 });
    const told = SEED.values.map((cells, row) => part.values[row]?.map((_, column) => cells[column] ?? ''));
    expect(part.values).toEqual(told);
    expect(part.merges).toEqual(SEED.merges);
    expect([part.sheet, part.rows, part.formulas]).toEqual(['Annexe', SEED.values.length, []]);
  });

  it('tells dates and times as the agent sees them, in summer and in winter', () => {
    const at = (...wall: number[]): Date => momentOf(ZONE, wall);
    const values = [
      [at(2026, 1, 31), at(2026, 7, 14), at(2026, 3, 29, 3, 30), at(1899, 12, 30, 9, 5), true, 0.132, '#N/A'],
    ];
    const part = valueFrom(documentOf(sheetOf(values)), 'read', { sheet: null, part: 0 });
    expect(part.values).toEqual([['2026-01-31', '2026-07-14', '2026-03-29T03:30:00', '09:05:00', true, 0.132, '#N/A']]);
  });

  it('tells formulas apart from their results', () => {
    const document = documentOf(
      sheetOf([
        ['a', ''],
        ['b', 2],
      ]),
    );
    colleagueOf(document).setFormula(1, 0, '=B2');
    document.compute = () => 2;
    const part = valueFrom(document, 'read', { sheet: 'Annexe', part: 0 });
    expect([part.values, part.formulas]).toEqual([
      [
        ['a', ''],
        [2, 2],
      ],
      [[1, ['=B2', '']]],
    ]);
  });

  it('of a long sheet comes in parts that join', () => {
    const document = documentOf(sheetOf(Array.from({ length: 12_001 }, (_, row) => [row])));
    const parts = [0, 1, 2].map((part) => valueFrom(document, 'read', { sheet: 'Annexe', part }));
    expect(parts.map(({ values }) => values.length)).toEqual([5000, 5000, 2001]);
    expect(parts.flatMap(({ values }) => values.map(([value]) => value))).toEqual([...Array(12_001).keys()]);
    const poll = valueFrom(document, 'poll', { sheet: 'Annexe' });
    expect(poll.hashes).toEqual(parts.map(({ hash }) => hash));
  });

  it('of an empty sheet, of another sheet, of one that is gone', () => {
    const document = documentOf(
      seedSheet(),
      sheetOf([], { name: 'Vide' }),
      sheetOf([['x']], { name: 'Cachée', hidden: true }),
    );
    expect(valueFrom(document, 'read', { sheet: 'Vide', part: 0 }).values).toEqual([['']]);
    expect(valueFrom(document, 'read', { sheet: null, part: 0 }).sheet).toBe('Annexe');
    expect(askServer(document, 'read', { sheet: 'Partie', part: 0 }).reply).toEqual({
      ok: false,
      code: 'feuille',
      detail: 'Partie',
    });
    expect(valueFrom(document, 'sheets', null)).toEqual(['Annexe', 'Vide']);
  });

  it('shows a cell to the agent', () => {
    const document = documentOf(seedSheet(), sheetOf([['x']], { name: 'Autre' }));
    valueFrom(document, 'reveal', { at: { sheet: 'Autre', row: 4, column: 2 } });
    expect(document.active).toMatchObject({ sheetId: document.sheets[1]?.id, row: 4, column: 2 });
    expect(valueFrom(document, 'poll', { sheet: 'Annexe' }).selection).toEqual({ sheet: 'Autre', row: 4, column: 2 });
  });

  it('chooses a hidden cell too, and tells what hides it', () => {
    const document = documentOf(seedSheet());
    const [sheet] = document.sheets;
    sheet?.hiddenRows.set(7, 'filter').set(8, 'user');
    sheet?.hiddenColumns.add(2);
    const by = (row: number, column: number): string | null =>
      valueFrom(document, 'reveal', { at: { sheet: 'Annexe', row, column } });
    expect([by(7, 0), by(8, 2), by(9, 2), by(9, 0)]).toEqual(['filtre', 'ligne', 'colonne', null]);
    expect(document.active).toMatchObject({ row: 9, column: 0 });
  });
});

describe('a poll', () => {
  const document = (): DocumentState => documentOf(seedSheet(), sheetOf([['x']], { name: 'Autre' }));

  it('asks Google four things at most, five when the agent is on another sheet, and locks nothing', () => {
    const calls = (on: DocumentState): readonly string[] => askServer(on, 'poll', { sheet: 'Annexe' }).execution.calls;
    const here = document();
    expect(calls(here)).toHaveLength(4);
    colleagueOf(here, 'Autre').select(0, 0);
    expect(calls(here)).toHaveLength(5);
    expect(calls(here).filter((name) => /Lock|Propert|set|flush/.test(name))).toEqual([]);
  });

  it('asks as much whatever the sheet holds', () => {
    const dated = documentOf(sheetOf(Array.from({ length: 300 }, () => [new Date(0), 'x', 1])));
    expect(askServer(dated, 'poll', { sheet: 'Annexe' }).execution.calls).toHaveLength(4);
  });

  it('tells any change of a value, and nothing else', () => {
    const on = document();
    const hash = (): string => valueFrom(on, 'poll', { sheet: 'Annexe' }).hashes.join();
    const seen = [hash()];
    const colleague = colleagueOf(on);
    const changes: readonly (() => void)[] = [
      () => colleague.set(7, 6, 'x'),
      () => colleague.set(7, 6, 'y'),
      () => colleague.set(7, 2, 163),
      () => colleague.set(7, 2, '163'),
      () => colleague.set(7, 2, new Date(0)),
      () => colleague.insertRow(8),
      () => colleague.swapRows(9, 10),
    ];
    for (const change of changes) {
      change();
      seen.push(hash());
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(hash()).toBe(seen[seen.length - 1]);
    colleague.select(9, 3);
    expect(hash()).toBe(seen[seen.length - 1]);
    on.sheets.shift();
    on.active.sheetId = on.sheets[0]?.id ?? 0;
    expect(valueFrom(on, 'poll', { sheet: 'Annexe' }).hashes).toEqual([]);
  });
});

describe('what cannot be answered', () => {
  it.each<[string, unknown]>([
    ['an older sidebar', JSON.stringify({ v: PROTOCOL - 1, verb: 'poll', ask: { sheet: 'Annexe' } })],
    ['a newer sidebar', JSON.stringify({ v: PROTOCOL + 1, verb: 'poll', ask: { sheet: 'Annexe' } })],
    ['no version', JSON.stringify({ verb: 'poll', ask: { sheet: 'Annexe' } })],
    ['a verb that is not known', JSON.stringify({ v: PROTOCOL, verb: 'effacer', ask: null })],
    ['a verb of every object', JSON.stringify({ v: PROTOCOL, verb: 'constructor', ask: null })],
  ])('%s is told to open the sidebar again', (_what, text) => {
    expect(raw(documentOf(seedSheet()), text)).toMatchObject({ ok: false, code: 'version' });
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['nothing', undefined],
    ['null', 'null'],
    ['a number', '3'],
  ])('%s is answered, never thrown', (_what, text) => {
    expect(raw(documentOf(seedSheet()), text)).toMatchObject({ ok: false });
  });

  it('anything, in an .xlsx that was not converted', () => {
    const document = documentOf(seedSheet());
    document.office = true;
    const asks: readonly (readonly [Verb, unknown])[] = [
      ['read', { sheet: null, part: 0 }],
      ['poll', { sheet: 'Annexe' }],
      ['sheets', null],
      ['insertFormula', { formula: '=ANNEXE.COUVERTURE()' }],
      ['convertFormulas', null],
      ['addSheet', { name: 'a', values: [['b']] }],
    ];
    for (const [verb, ask] of asks)
      expect([verb, raw(document, JSON.stringify({ v: PROTOCOL, verb, ask }))]).toEqual([
        verb,
        { ok: false, code: 'bureautique', detail: expect.anything() },
      ]);
  });
});
