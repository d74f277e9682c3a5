import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { RULES } from '../../../shared/rules';
import { run } from '../../../local/cli/run';
import { stylesOf, wantsColour, widthOf } from '../../../local/cli/terminal';
import { annexe, buildBundle, ROOT, seed } from './bundle';

beforeAll(buildBundle, 180_000);

const COMMANDS = ['controler', 'corriger', 'couverture', 'suggerer', 'comparer', 'convertir', 'regles'];

describe('the help', () => {
  it.each([[[]], [['--help']], [['aide']], [['-h']]])('annexe %j lists the commands', (words) => {
    const { code, out, err } = annexe(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of COMMANDS) expect(out).toContain(`annexe ${name}`);
  });

  it.each(COMMANDS)('%s has its own', (name) => {
    const { code, out } = annexe([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^annexe ${name}`));
    expect(out).toContain('Exemples');
    expect(annexe(['aide', name]).out).toBe(out);
  });

  it('gives the version of the package', () => {
    expect(annexe(['--version'])).toMatchObject({ code: 0, out: '0.1.0\n', err: '' });
  });
});

describe('a wrong command line', () => {
  it.each([
    [['controle', 'a.csv'], 'Vouliez-vous dire « controler » ?'],
    [['zzz'], 'La commande « zzz » n’existe pas.'],
    [['controler'], 'Il manque FICHIER. Aide : annexe controler --help'],
    [['controler', 'a.csv', 'b.csv'], '« b.csv » est de trop.'],
    [['controler', 'a.csv', '--formta', 'json'], 'vouliez-vous dire --format ?'],
    [['controler', 'a.csv', '--format', 'xml'], 'choisissez « texte », « json » ou « csv »'],
    [['controler', 'a.csv', '--format'], 'attend une valeur (texte, json, csv)'],
    [['controler', 'a.csv', '--format=json', '--format=csv'], 'est donnée deux fois'],
    [['controler', 'a.csv', '--feuille', ''], 'a une valeur vide'],
    [['controler', 'a.csv', '--millesime', '2020'], 'choisissez « 2015 » ou « 2024 »'],
    [['corriger', 'a.csv', '-o', 'b.csv', '--tout=oui'], 'ne prend pas de valeur'],
    [['couverture', 'a.csv', '--champ', 'x'], 'L’option --champ ne connaît pas « x »'],
    [['suggerer', 'a.csv'], 'Donnez --ref, --bop ou --objectif'],
    [['suggerer', 'a.csv', '--ref', 'x', '--bop', '1'], 'un seul des trois'],
    [['suggerer', 'a.csv', '--bop', '147', '--axe', 'x'], '--axe ne va qu’avec --objectif'],
    [['comparer', 'a.csv'], 'Il manque NOUVEAU'],
    [['comparer', 'a.csv', 'b.csv', '-o', 'c.csv'], 'Sans --base'],
    [['regles', 'ref-hors-axes'], 'Vouliez-vous dire « ref-hors-axe » ?'],
  ])('%j', (words, said) => {
    const { code, out, err } = annexe(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(said);
    expect(err.split('\n').length).toBeLessThan(5);
  });
});

describe('the catalogue', () => {
  it('has every rule, in groups', () => {
    const { code, out } = annexe(['regles']);
    expect(code).toBe(0);
    for (const { id } of RULES) expect(out).toContain(`  ${id} `);
    expect(out).toMatch(/^Structure\n/);
    expect(out).toContain(`${RULES.length} règles.`);
  });

  it('tells all of a rule', () => {
    const { code, out } = annexe(['regles', 'ref-hors-axe']);
    expect(code).toBe(0);
    for (const part of ['ref-hors-axe · erreur', 'Pourquoi', 'Signalé', 'Admis', 'PCOS_AS3_001'])
      expect(out).toContain(part);
  });

  it.each(RULES.map(({ id }) => id))('%s can be shown', (id) => {
    expect(inside(['regles', id])).toMatchObject({ code: 0, err: '' });
  });
});

/** The command in this process. */
function inside(words: readonly string[], debug = false) {
  const said = { out: '', err: '' };
  const code = run(words, {
    terminal: {
      columns: 100,
      styles: stylesOf(false),
      out: (text) => void (said.out += text),
      note: (text) => void (said.err += text),
    },
    version: () => {
      throw new Error('the defect');
    },
    debug,
  });
  return { code, ...said };
}

describe('a defect of ours', () => {
  it('is one sentence, without a stack', () => {
    const { code, out, err } = inside(['--version']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Erreur interne.*ANNEXE_DEBUG=1.*\n$/);
  });

  it('shows its stack to whoever asks for it', () => {
    expect(inside(['--version'], true).err).toMatch(/the defect\n +at /);
  });
});

describe('the terminal', () => {
  it('gets colour only when somebody looks and did not refuse it', () => {
    expect(wantsColour({ isTTY: true }, {})).toBe(true);
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '' })).toBe(true);
    expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(wantsColour({}, {})).toBe(false);
    expect(stylesOf(true).red('x')).toBe('\u001b[31mx\u001b[0m');
    expect(stylesOf(false).red('x')).toBe('x');
  });

  it('has a width that can be read', () => {
    expect(widthOf({ isTTY: true, columns: 80 }, {})).toBe(80);
    expect(widthOf({ isTTY: true, columns: 300 }, {})).toBe(120);
    expect(widthOf({}, { COLUMNS: '70' })).toBe(70);
    expect(widthOf({}, {})).toBe(100);
    expect(widthOf({}, { COLUMNS: 'wide' })).toBe(100);
  });

  it('may close the pipe before the end', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli/annexe.js'), 'controler', seed('xlsx')], { cwd: ROOT });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});
