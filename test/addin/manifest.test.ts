/* @jest-environment jsdom */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, ROOT } from '../built';
import { associatedBy, type Associated } from './associated';
import { checkManifest, folderOf, type Surroundings } from './manifest';

const DIST = join(ROOT, 'dist', 'excel');
const xml = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const { forProduction, DEVELOPMENT, IDS } = jest.requireActual<{
  forProduction(xml: string, address: string): string;
  DEVELOPMENT: string;
  IDS: Readonly<Record<'development' | 'production', string>>;
}>('../../addin/build/manifest.js');

let associated: Associated;
let around: Surroundings;

beforeAll(async () => {
  buildWhenStale('excel');
  associated = await associatedBy(DIST);
  around = { file: folderOf(DIST), version, actions: associated.actions, address: DEVELOPMENT };
}, 120_000);

/** As the IT office builds, into a folder of its own. */
function buildFor(address: string, folder: string): number | null {
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = [webpack, '--config-name', 'excel', '--output-path', folder];
  return spawnSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, ANNEXE_URL: address } }).status;
}

describe('the manifest', () => {
  it('is right', () => {
    expect(associated.actions).toHaveLength(4);
    expect(checkManifest(xml, around)).toEqual([]);
  });

  it('is right for production, under another identity and without a trace of development', () => {
    const address = 'https://outils.ville.fr/annexe';
    const made = forProduction(xml, `${address}/`);
    expect(checkManifest(made, { ...around, address })).toEqual([]);
    expect(made).not.toMatch(/localhost|développement/);
    expect(made).toContain(`<Id>${IDS.production}</Id>`);
    expect(IDS.production).not.toBe(IDS.development);
  });

  it.each(['http://outils.ville.fr', 'outils.ville.fr', 'https://a.fr/?x=1', 'https://a.fr/#x', 'https://qui@a.fr'])(
    'refuses to be made for %s, in French',
    (address) => {
      expect(() => forProduction(xml, address)).toThrow(/^ANNEXE_URL « .+ » .+\.$/);
    },
  );

  it('is written into a build for production by one command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annexe-'));
    try {
      expect(buildFor('https://outils.ville.fr/annexe', folder)).toBe(0);
      const made = readFileSync(join(folder, 'manifest.xml'), 'utf8');
      const there = { ...around, file: folderOf(folder), address: 'https://outils.ville.fr/annexe' };
      expect(checkManifest(made, there)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

/** Faults that Office accepts in silence, or refuses without saying why. Each is seeded alone, and must be told. */
const FAULTS: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
  [
    'elements in another order',
    (text) => {
      const [runtimes = ''] = /<Runtimes>[\s\S]*<\/Runtimes>/.exec(text) ?? [];
      return text.replace(runtimes, '').replace('</AllFormFactors>', `</AllFormFactors>${runtimes}`);
    },
    /AllFormFactors, Runtimes/,
  ],
  [
    'a resource that does not exist',
    (text) => text.replace('resid="Group.Label"', 'resid="Group.Nom"'),
    /Group\.Nom, which does not exist/,
  ],
  [
    'a resource of another kind',
    (text) => text.replace('resid="Functions.Namespace"', 'resid="Pane.Tip"'),
    /Namespace refers to Pane\.Tip/,
  ],
  [
    'a label that is too long',
    (text) => text.replace('DefaultValue="Volet"', `DefaultValue="${'Volet '.repeat(30)}"`),
    /Pane\.Label is longer than 125/,
  ],
  [
    'an icon of another size',
    (text) => text.replace('icon-80.png', 'icon-64.png'),
    /icon-64\.png is no PNG of 80 pixels/,
  ],
  [
    'a command that nobody carries out',
    (text) => text.replace('<FunctionName>corriger<', '<FunctionName>corrige<'),
    /nobody carries out corrige/,
  ],
  [
    'another origin',
    (text) => text.replace('https://localhost:3001/functions.json', 'https://ailleurs.fr/functions.json'),
    /ailleurs\.fr\/functions\.json is not under/,
  ],
  [
    'a version that is not the project’s',
    (text) => text.replace(/<Version>.*<\/Version>/, '<Version>0.0.9.0</Version>'),
    /version 0\.0\.9\.0/,
  ],
  [
    'another page for the commands',
    (text) => text.replace('<FunctionFile resid="Page.Url"', '<FunctionFile resid="Help.Url"'),
    /FunctionFile is not the page of the runtime/,
  ],
  [
    'a pane with an id of its own',
    (text) =>
      text.replace(
        '<Action xsi:type="ShowTaskpane">',
        '<Action xsi:type="ShowTaskpane"><TaskpaneId>Volet</TaskpaneId>',
      ),
    /a TaskpaneId/,
  ],
  [
    'a lower requirement',
    (text) =>
      text.replace('<bt:Set Name="ExcelApi" MinVersion="1.14" />', '<bt:Set Name="ExcelApi" MinVersion="1.9" />'),
    /requires .*ExcelApi 1\.9/,
  ],
  [
    'a page that is not served',
    (text) => text.replaceAll('/aide.html', '/secours.html'),
    /nothing stands at .*secours\.html/,
  ],
  ['a runtime that does not last', (text) => text.replace('lifetime="long"', 'lifetime="short"'), /not long-lived/],
];

describe('the check of the manifest tells', () => {
  it.each(FAULTS)('%s', (_name, seed, wanted) => {
    const broken = seed(xml);
    expect(broken).not.toBe(xml);
    expect(checkManifest(broken, around).join('\n')).toMatch(wanted);
  });
});

it('has a function in the built code for every one that functions.json declares, and no other', () => {
  const { functions } = JSON.parse(readFileSync(join(DIST, 'functions.json'), 'utf8')) as {
    functions: { id: string }[];
  };
  expect([...associated.functions].sort()).toEqual(functions.map(({ id }) => id).sort());
});
