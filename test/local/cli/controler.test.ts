import { readFileSync, writeFileSync } from 'node:fs';
import { CONSTATS } from '../../gold/constats';
import { annexe, buildBundle, seed, workplace } from './bundle';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

interface Constat {
  regle: string;
  gravite: string;
  cellule: string;
  ligne: number;
  colonne: string | null;
  ref: string;
  valeur: unknown;
  message: string;
  liees: string[];
  corrections: {
    libelle: string;
    surete: string;
    modifications: { cellule: string; attendu: unknown; nouveau: unknown }[];
  }[];
}

interface Report {
  version: number;
  annexe: {
    fichier: string;
    feuille: string;
    millesime: number;
    lignes: number;
    objectifs: number;
    sections: unknown[];
  };
  regles: { executees: string[]; nonExecutees: { id: string; raison: string }[] };
  constats: Constat[];
  resume: { erreur: number; avertissement: number; info: number };
}

function check(ending: string, ...options: string[]): Report {
  const { code, out, err } = annexe(['controler', seed(ending), '--format', 'json', ...options]);
  expect({ code, err }).toEqual({ code: 1, err: '' });
  return JSON.parse(out) as Report;
}

describe('the seed', () => {
  const counts = ({ constats }: Report): Record<string, number> => {
    const found: Record<string, number> = {};
    for (const { regle } of constats) found[regle] = (found[regle] ?? 0) + 1;
    return found;
  };

  it.each(['txt', 'tsv', 'xlsx'])('%s gives the findings of the contract, and no other', (ending) => {
    expect(counts(check(ending))).toEqual(CONSTATS);
  });

  it('gives the same findings whatever the format, by reference and rule', () => {
    const prints = (ending: string): string[] =>
      check(ending)
        .constats.map(({ ref, regle, colonne }) => `${ref} ${regle} ${colonne}`)
        .sort();
    const txt = prints('txt');
    expect(prints('tsv')).toEqual(txt);
    expect(prints('xlsx')).toEqual(txt);
  });

  it('is dated: at 2024 the frame of 2015 is no longer the question', () => {
    const report = check('xlsx', '--millesime', '2024');
    expect(report.annexe.millesime).toBe(2024);
    expect(report.constats.filter(({ regle }) => regle === 'bop-millesime').length).toBeGreaterThan(0);
  });
});

describe('the JSON', () => {
  const report = check.bind(null, 'xlsx');

  it('says what was read', () => {
    const { version, annexe: read } = report();
    expect({ version, ...read, sections: read.sections.length }).toEqual({
      version: 1,
      fichier: 'annexe-7-lezignan-corbieres.xlsx',
      feuille: 'Annexe 7',
      millesime: 2015,
      lignes: 47,
      objectifs: 46,
      sections: 23,
    });
    expect(read.sections[0]).toEqual({
      niveau: 'pilier',
      numero: 0,
      titre: expect.stringMatching(/^Développement/),
      pilier: expect.stringMatching(/^Développement/),
      ligne: expect.any(Number),
    });
  });

  it('adds up, and names the rules that ran', () => {
    const { constats, resume, regles } = report();
    const count = (gravite: string): number => constats.filter((constat) => constat.gravite === gravite).length;
    expect(resume).toEqual({ erreur: count('erreur'), avertissement: count('avertissement'), info: count('info') });
    expect(regles.executees.length + regles.nonExecutees.length).toBeGreaterThanOrEqual(Object.keys(CONSTATS).length);
    for (const { regle } of constats) expect(regles.executees).toContain(regle);
  });

  it('gives each finding its place and its corrections', () => {
    const found = report().constats.find(({ regle, ref }) => regle === 'ref-lettre' && ref === 'PCOS_AS1_OO1');
    expect(found).toMatchObject({
      gravite: 'avertissement',
      cellule: 'A36',
      ligne: 36,
      colonne: 'ref',
      valeur: 'PCOS_AS1_OO1',
      corrections: [
        {
          surete: 'sure',
          modifications: [{ cellule: 'A36', attendu: 'PCOS_AS1_OO1', nouveau: 'PCOS_AS1_001' }],
        },
      ],
    });
    expect(Object.keys(found ?? {}).sort()).toEqual(
      ['cellule', 'colonne', 'corrections', 'gravite', 'liees', 'ligne', 'message', 'ref', 'regle', 'valeur'].sort(),
    );
  });

  it('gives the line of the file and the letter of the field for a text', () => {
    const lines = readFileSync(seed('txt'), 'utf8').split('\n');
    const found = check('txt').constats.filter(({ regle }) => regle === 'ref-lettre');
    expect(found.map(({ cellule }) => cellule)).toEqual(found.map(({ ligne }) => `A${ligne}`));
    for (const { ligne, valeur } of found) expect(lines[ligne - 1]?.split('\t')[0]).toBe(valeur);
  });

  it('counts the lines of the file below a field of several lines', () => {
    const csv =
      'Réf;Objectif;BOP;Service;Indicateur\nPCOS_AS1_001;"deux\nlignes";163;DDCSPP;x\nPCOS_AS1_OO2;b;163;DDCSPP;x\n';
    writeFileSync(path('lines.csv'), csv);
    const report = JSON.parse(annexe(['controler', path('lines.csv'), '--format', 'json']).out) as Report;
    expect(report.constats.find(({ regle }) => regle === 'ref-lettre')?.cellule).toBe('A4');
  });
});

describe('the text', () => {
  it('has no colour when nobody looks, and says what was checked', () => {
    const { code, out } = annexe(['controler', seed('xlsx')]);
    expect(code).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('✖ erreur');
    expect(out).toContain('▲ avertissement');
    expect(out).toMatch(/\d+ règles ont contrôlé 47 lignes \(46 objectifs\)/);
  });

  it.each(['60', '80', '120'])('fits %s columns', (COLUMNS) => {
    const { out } = annexe(['controler', seed('xlsx')], { COLUMNS });
    const long = out.split('\n').filter((line) => [...line].length > Number(COLUMNS));
    // The command to copy is never cut.
    expect(long.filter((line) => !line.includes('annexe corriger'))).toEqual([]);
  });

  it('names the rules that could not run, with the reason', () => {
    writeFileSync(path('short.csv'), 'Réf;Objectif;BOP\nPCOS_AS1_001;Soutenir;163\n');
    const { out } = annexe(['controler', path('short.csv')]);
    expect(out).toMatch(/règles non exécutées :/);
    expect(out).toContain('cible-format : la colonne « Valeur cible » manque');
  });

  it('shows no character that a terminal would obey', () => {
    const odd = 'PCOS_AS1_OO1;\u001b[2Jbonjour\u0007;163;\u001b]0;x';
    const sane = 'PCOS_AS1_002;Soutenir les parents des quartiers prioritaires;163;DDCSPP\n'.repeat(100);
    writeFileSync(path('escape.csv'), `Réf;Objectif;BOP;Service\n${odd}\n${sane}`);
    const { out } = annexe(['controler', path('escape.csv')]);
    expect(out).toContain('bonjour');
    expect(out.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f]/);
  });

  it('exits 0 when no erreur is left', () => {
    const rows = [
      'Pilier Cohésion sociale;;;;;;;',
      'Axe stratégique 1 : Vivre ensemble;;;;;;;',
      'Réf;Objectif opérationnel;BOP;Service;Collectivité;Signataire;Indicateur;Valeur cible',
      'PCOS_AS1_001;Soutenir les parents;163;DDCSPP;Ville;CAF;Nombre de parents (H/F);30',
    ];
    writeFileSync(path('good.csv'), rows.join('\n'));
    const { code, out, err } = annexe(['controler', path('good.csv')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✖ 0 erreur');
  });
});

describe('the csv', () => {
  it('opens in Excel: a mark, semicolons, one line a finding', () => {
    const { code, bytes, out } = annexe(['controler', seed('xlsx'), '--format', 'csv']);
    expect(code).toBe(1);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = out.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffcellule;ligne;colonne;réf;gravité;règle;valeur;message;correction;sûreté');
    expect(lines.filter((line) => /^[A-Z]+\d+;\d+;/.test(line))).toHaveLength(check('xlsx').constats.length);
  });

  it('writes as text what a spreadsheet would compute', () => {
    writeFileSync(path('formula.csv'), 'Réf;Objectif;BOP;Service\n=1+1;Soutenir;163;DDCSPP\n');
    const { out } = annexe(['controler', path('formula.csv'), '--format', 'csv']);
    expect(out).toContain(";'=1+1;");
    expect(out).not.toMatch(/;=1\+1/);
  });
});
