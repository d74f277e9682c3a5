import { declaredNames, holds, parseGlossary } from './glossary';
import { parse, readText, shippedSources } from './sources';

const entries = parseGlossary(readText('shared/GLOSSAIRE.md'));
const forbidden = entries.flatMap((entry) => entry.forbidden);
const names = new Map(shippedSources().map((file) => [file, declaredNames(parse(file))]));

describe('the glossary', () => {
  it('is understood', () => {
    expect(entries.map((entry) => entry.mot)).toEqual(
      expect.arrayContaining(['annexe', 'pilier', 'constat', 'journal']),
    );
    expect(forbidden).toEqual(expect.arrayContaining(['pillar', 'program', 'warningLevel']));
  });

  it('has no synonym that is another line’s word', () => {
    const words = entries.flatMap((entry) => entry.identifiers);
    expect(words.filter((word) => forbidden.some((synonym) => holds(word, synonym)))).toEqual([]);
  });

  it('names only what the code has', () => {
    const declared = new Set([...names.values()].flatMap((set) => [...set]));
    const folders = new Set([...names.keys()].flatMap((file) => file.split('/').slice(0, -1)));
    const lost = entries
      .flatMap((entry) => entry.identifiers)
      .filter((word) => !declared.has(word) && !folders.has(word));
    expect(lost).toEqual([]);
  });

  it('keeps its forbidden synonyms out of the code', () => {
    const found: string[] = [];
    for (const [file, set] of names) {
      for (const name of set) {
        const synonym = forbidden.find((word) => holds(name, word));
        if (synonym) found.push(`${file}: ${name} (${synonym})`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe('the guard bites', () => {
  it.each([
    ['program', 'program'],
    ['oldPrograms', 'program'],
    ['warningLevelOf', 'warningLevel'],
    ['KPI_COUNT', 'kpi'],
  ])('on %s', (name, synonym) => {
    expect(holds(name, synonym)).toBe(true);
  });

  it.each([
    ['programme', 'program'],
    ['levelOfWarning', 'warningLevel'],
    ['axes', 'axis'],
  ])('not on %s', (name, synonym) => {
    expect(holds(name, synonym)).toBe(false);
  });

  it('on names that are given, not on names that a host gave', () => {
    const source = parse(
      'example.ts',
      'const a = host.issue(b.kpi); interface C { goal: number } function f(pillar = 1) {}',
    );
    expect([...declaredNames(source)]).toEqual(['a', 'C', 'goal', 'f', 'pillar']);
  });
});
