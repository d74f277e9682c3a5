import { annexe, buildBundle, seed } from './bundle';

beforeAll(buildBundle, 180_000);

interface Suggestion {
  bop: string;
  score: number;
  preuves: string[];
  services: { service: string; score: number; preuves: string[] }[];
}

const suggest = (...options: string[]): Suggestion[] => {
  const { code, out } = annexe(['suggerer', seed('xlsx'), '--format', 'json', ...options]);
  expect(code).toBe(0);
  return (JSON.parse(out) as { suggestions: Suggestion[] }).suggestions;
};

it('--ref ranks BOPs and their services, with evidence', () => {
  const suggestions = suggest('--ref', 'PCOS_AS5_003');
  expect(suggestions.length).toBeGreaterThan(1);
  expect(Object.keys(suggestions[0] ?? {})).toEqual(['bop', 'score', 'preuves', 'services']);
  expect(Object.keys(suggestions[0]?.services[0] ?? {})).toEqual(['service', 'score', 'preuves']);
  const scores = suggestions.map(({ score }) => score);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
  for (const { preuves } of suggestions) expect(preuves.length).toBeGreaterThan(0);
});

it('--ref finds a reference under the letters that were meant, and never suggests what the row has', () => {
  const bops = (ref: string): string[] => suggest('--ref', ref).map(({ bop }) => bop);
  expect(bops('PCOS_AS1_001')).toEqual(bops('PCOS_AS1_OO1'));
  expect(bops('PCOS_AS1_001')).not.toContain('163');
});

it('says that a reference stands on several rows', () => {
  const { code, err } = annexe(['suggerer', seed('xlsx'), '--ref', 'PCOS_AS3_002']);
  expect(code).toBe(0);
  expect(err).toMatch(/2 lignes portent cette référence/);
});

it('--bop gives the services of a BOP', () => {
  const [only, ...others] = suggest('--bop', '163');
  expect([only?.bop, only?.services[0]?.service, others]).toEqual(['163', 'DDCSPP', []]);
  expect(suggest('--bop', 'BOP 0163')[0]?.bop).toBe('163');
});

it('--objectif asks for a row that is not there yet', () => {
  const [first] = suggest('--objectif', 'Ouvrir une maison de santé', '--axe', 'PCOS_AS6');
  expect([first?.bop, first?.services[0]?.service]).toEqual(['204', 'ARS']);
});

it('shows each suggestion above its evidence', () => {
  const { out } = annexe(['suggerer', seed('xlsx'), '--bop', '163']);
  expect(out).toMatch(/163 → DDCSPP : 17 fois sur 17 dans cette annexe/);
});

it('gives Excel a table', () => {
  const { out } = annexe(['suggerer', seed('xlsx'), '--bop', '163', '--format', 'csv']);
  expect(out.split('\r\n')[1]).toMatch(/^163;1;;DDCSPP;/);
});

it.each([
  [['--ref', 'PXXX_AS1_001'], 'n’est pas dans cette annexe'],
  [['--bop', '999'], 'ni dans cette annexe ni dans le référentiel'],
  [['--objectif', 'x', '--axe', 'introuvable'], 'n’est pas dans cette annexe'],
])('refuses %j', (options, said) => {
  const { code, out, err } = annexe(['suggerer', seed('xlsx'), ...options]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.replace(/\s+/g, ' ')).toContain(said);
});
