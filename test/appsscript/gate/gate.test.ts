import { ENTRIES } from '../../../appsscript/server/entries';
import { SPECIFICATION } from '../../../shared/formulas';
import { builtFiles, builtProject } from '../built';
import { documentOf, sheetOf } from '../fakes/document';
import { loadScript } from '../realm/project';
import { faultsOfCode } from './code';
import { faultsOfHtml } from './html';
import { faultsOfManifest } from './manifest';

const files = builtFiles();
const code = files.get('Code.js') ?? '';
const html = files.get('Sidebar.html') ?? '';
const manifest = files.get('appsscript.json') ?? '';
const kinds = (faults: readonly string[]): string[] => [...new Set(faults.map((fault) => fault.split(':')[0] ?? ''))];

describe('the folder that is pushed', () => {
  it('holds three files', () => {
    expect([...files.keys()].sort()).toEqual(['Code.js', 'Sidebar.html', 'appsscript.json']);
  });

  it('has no fault in its code', () => {
    expect(faultsOfCode(code, ENTRIES)).toEqual([]);
  });

  it('has no fault in its page', () => {
    expect(faultsOfHtml(html)).toEqual([]);
  });

  it('has no fault in its manifest', () => {
    expect(faultsOfManifest(manifest)).toEqual([]);
  });

  it('declares every formula of the specification, each parameter described', () => {
    const names = ENTRIES.map(({ name }) => name);
    expect(SPECIFICATION.filter(({ name }) => !names.includes(`ANNEXE_${name}`))).toEqual([]);
    expect(ENTRIES.filter(({ name }) => name.startsWith('ANNEXE_'))).toHaveLength(SPECIFICATION.length);
    for (const { name, parameters } of SPECIFICATION)
      for (const one of parameters)
        expect(ENTRIES.find((entry) => entry.name === `ANNEXE_${name}`)?.doc.join('\n')).toContain(one.description);
  });

  it('asks nothing at load, and leaves one private name beside the functions of the table', () => {
    const { execution, globals } = loadScript(builtProject(documentOf(sheetOf([]))), 'NONE');
    expect(execution.moments).toEqual([]);
    const names = ENTRIES.map(({ name }) => name);
    expect(globals.filter((name) => !names.includes(name)).map((name) => name.slice(-1))).toEqual(['_']);
    expect(names.filter((name) => !globals.includes(name))).toEqual([]);
  });
});

describe('the gate bites', () => {
  const last = ENTRIES[ENTRIES.length - 1]?.name ?? '';
  const within = (text: string): string => code.replace(/\n\n\/\*\*/, (end) => `\n${text}${end}`);

  it.each<[string, string, string]>([
    ['a private field', `${code}\nclass A { #x = 1; }`, 'syntax'],
    ['optional chaining', `${code}\nvar a_ = b?.c;`, 'syntax'],
    ['an export', `${code}\nexport {};`, 'syntax'],
    ['a function more', `${code}\nfunction more() {}`, 'names'],
    ['a second variable', `${code}\nvar more_ = 1;`, 'names'],
    ['a public library', code.replace(/Annexe_/g, 'Annexe'), 'names'],
    ['a function less', code.slice(0, code.lastIndexOf('/**')), 'names'],
    ['a function twice', code + code.slice(code.lastIndexOf('/**')), 'names'],
    ['a parameter renamed', code.replace('(texte, libelle)', '(texte, nom)'), 'parameters'],
    ['a stub that calls another', code.replace(`'${last}', arguments`, `'ANNEXE_REF', arguments`), 'body'],
    ['a stub without arguments', code.replace(`'${last}', arguments`, `'${last}'`), 'body'],
    ['no documentation', code.replace(/\/\*\*(?![\s\S]*\/\*\*)[\s\S]*?\*\//, ''), 'doc'],
    [
      'documentation that is not attached',
      code.replace(/\*\/\nfunction ANNEXE_REF/, '*/\nvar a_;\nfunction ANNEXE_REF'),
      'doc',
    ],
    ['no @customfunction', code.replace(' * @customfunction\n', ''), 'doc'],
    [
      'an English parameter',
      code.replace(/@param \{\*\} texte .*/, '@param {*} texte A reference to be normalised'),
      'doc',
    ],
    ['a parameter unsaid', code.replace(/ \* @param \{\*\} texte .*\n/, ''), 'doc'],
    ['a service too many', within('var a_ = function () { UrlFetchApp.fetch("x"); };'), 'services'],
    ['who the user is', within('var a_ = function () { Session.getActiveUser(); };'), 'services'],
    ['a trigger', within('var a_ = function () { ScriptApp.newTrigger("x"); };'), 'services'],
    ['what a browser has', within('var a_ = function () { fetch("x"); };'), 'services'],
    ['a large file', `${code}\n/* ${'x'.repeat(150 * 1024)} */`, 'size'],
  ])('on code with %s', (_what, broken, kind) => {
    expect(broken).not.toBe(code);
    expect(kinds(faultsOfCode(broken, ENTRIES))).toContain(kind);
  });

  // The page with a short script: the same frame, read faster.
  const page = html.replace(/<script>[\s\S]*<\/script>/, () => '<script>var ok=1;</script>');
  const inScript = (text: string): string => page.replace(/<script>/, (tag) => `${tag}${text}`);
  const inHead = (text: string): string => page.replace('</head>', () => `${text}</head>`);

  it('on nothing in a page with a short script', () => {
    expect(faultsOfHtml(page)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a template literal', inScript('var a=`x`;'), 'template'],
    ['a tag of templates', inScript('var a=String.raw`x`;'), 'template'],
    ['a pattern like a comment', inScript('var a=/https?:\\/\\/x/;'), 'pattern'],
    ['a second script', inHead('<script>1</script>'), 'script'],
    ['an end of script in a text', inScript('var a="</script>";'), 'script'],
    ['a module', page.replace('<script>', '<script type="module">'), 'script'],
    [
      'a script in the head',
      inHead('<script>1</script>').replace(/<script>[\s\S]*<\/script>\s*<\/body>/, '</body>'),
      'script',
    ],
    ['the beginning of a comment', inScript('var a="<!--";'), 'comment'],
    ['a comment', inHead('<!-- x -->'), 'comment'],
    ['a scriptlet', inScript('var a="<?= 1 ?>";'), 'scriptlet'],
    ['a script of elsewhere', page.replace('<script>', '<script src="https://example.org/a.js">'), 'outside'],
    ['a style of elsewhere', inHead('<link rel="stylesheet" href="a.css">'), 'outside'],
    ['a font of elsewhere', inHead('<style>a{src:url(x)}</style>'), 'outside'],
    ['a part loaded later', inScript('import("x");'), 'outside'],
    ['no language', page.replace(' lang="fr"', ''), 'lang'],
    ['no doctype', page.replace(/<!doctype html>/i, ''), 'doctype'],
    ['a large page', inScript(`var a="${'x'.repeat(1024 * 1024)}";`), 'size'],
    ['a fault of syntax', inScript('var;'), 'syntax'],
  ])('on a page with %s', (_what, broken, kind) => {
    expect(broken).not.toBe(page);
    expect(kinds(faultsOfHtml(broken))).toContain(kind);
  });

  const changed = (change: object): string => JSON.stringify({ ...(JSON.parse(manifest) as object), ...change });

  it.each<[string, string]>([
    ['text', 'x'],
    ['a scope more', manifest.replace('"oauthScopes": [', '"oauthScopes": ["https://www.googleapis.com/auth/drive",')],
    ['all spreadsheets', manifest.replace('spreadsheets.currentonly', 'spreadsheets')],
    ['no scope', changed({ oauthScopes: [] })],
    ['a card add-on', changed({ addOns: {} })],
    ['an old engine', changed({ runtimeVersion: 'STABLE' })],
    ['another time', changed({ timeZone: 'America/New_York' })],
    ['a library', changed({ dependencies: { libraries: [] } })],
  ])('on a manifest with %s', (_what, broken) => {
    expect(broken).not.toBe(manifest);
    expect(faultsOfManifest(broken)).not.toEqual([]);
  });
});
