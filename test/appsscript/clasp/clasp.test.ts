import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../built';
import { builtFiles } from '../built';

const CLASP = join(ROOT, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
const PUSH = join(ROOT, 'appsscript', 'deploy', 'push.js');
const EXPECTED = ['Code.js', 'Sidebar.html', 'appsscript.json'];
const files = builtFiles();
jest.setTimeout(60_000);

let folder: string;
let home: string;
const pushed = (): string => join(home, 'pushed.json');

/** A folder as the repository is when somebody deploys: the example filled in, the build, and what must not leave. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annexe-clasp-'));
  home = mkdtempSync(join(tmpdir(), 'annexe-home-'));
  const example = readFileSync(join(ROOT, 'appsscript', '.clasp.json.example'), 'utf8');
  writeFileSync(join(folder, '.clasp.json'), example.replace(/"scriptId": "[^"]*"/, '"scriptId": "1AbC"'));
  cpSync(join(ROOT, '.claspignore'), join(folder, '.claspignore'));
  const build = join(folder, 'dist', 'google');
  mkdirSync(join(build, 'sub'), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(build, name), text);
  for (const name of ['Code.js.map', 'secret.json', 'Autre.html', 'sub/Code.js'])
    writeFileSync(join(build, name), '{}');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(home, { recursive: true });
});

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program with a home of its own, without a network. */
function run(program: string, words: readonly string[], env: Record<string, string> = {}, cwd = folder): Said {
  const offline = pathToFileURL(join(__dirname, 'offline.mjs')).href;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      NODE_OPTIONS: `--import ${offline}`,
      ANNEXE_PUSHED: pushed(),
      ...env,
    },
  });
  return { status, out: stdout.replace(/\u00a0/g, ' '), err: stderr.replace(/\u00a0/g, ' ') };
}

function logIn(): void {
  const account = { client_id: 'id', client_secret: 'secret', type: 'authorized_user', refresh_token: 'refresh' };
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: account } }));
}

describe('what clasp would push', () => {
  it('is exactly the three files of the build', () => {
    const { filesToPush, untrackedFiles } = JSON.parse(run(CLASP, ['--json', 'show-file-status']).out) as Record<
      string,
      string[]
    >;
    expect(filesToPush?.sort()).toEqual(EXPECTED.map((name) => `dist/google/${name}`));
    expect(untrackedFiles?.length).toBeGreaterThan(0);
  });

  it('arrives byte for byte', () => {
    logIn();
    const { status, out } = run(PUSH, [folder], {}, ROOT);
    expect([status, out.trim()]).toEqual([0, 'Envoyé à Google : Code.js, Sidebar.html et appsscript.json.']);
    const sent = (
      JSON.parse(readFileSync(pushed(), 'utf8')) as { files: { name: string; type: string; source: string }[] }
    ).files;
    expect(sent.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
      'Code SERVER_JS',
      'Sidebar HTML',
      'appsscript JSON',
    ]);
    for (const { name, source } of sent) {
      const [, text] = [...files].find(([file]) => file.startsWith(`${name}.`)) ?? [];
      expect(source === text).toBe(true);
    }
  });
});

describe('a deployment that does not happen says so in French, and fails', () => {
  it.each<[string, () => Record<string, string> | void, RegExp]>([
    [
      'without credentials',
      () => undefined,
      /^Vous n’êtes pas connecté à Google sur ce poste : lancez « npx clasp login »/,
    ],
    [
      'without .clasp.json',
      () => rmSync(join(folder, '.clasp.json')),
      /^Le fichier \.clasp\.json manque : copiez appsscript\/\.clasp\.json\.example/,
    ],
    [
      'with the example as it is',
      () => cpSync(join(ROOT, 'appsscript', '.clasp.json.example'), join(folder, '.clasp.json')),
      /^Le fichier \.clasp\.json ne dit pas où déployer : mettez-y l’identifiant/,
    ],
    [
      'when a file of the build is missing',
      () => rmSync(join(folder, 'dist', 'google', 'Sidebar.html')),
      /^Le dossier à envoyer devrait contenir Code\.js, Sidebar\.html, appsscript\.json, et contient Code\.js, appsscript\.json/,
    ],
    [
      'when .claspignore lets more out',
      () => {
        writeFileSync(join(folder, '.claspignore'), '');
      },
      /^Le dossier à envoyer devrait contenir/,
    ],
    [
      'when clasp skips the push and ends with 0',
      () => ({ ANNEXE_CLASP_SAYS: 'Skipping push.' }),
      /^Rien n’a été envoyé à Google\. .*Skipping push/,
    ],
    ['when clasp says nothing', () => ({ ANNEXE_CLASP_SAYS: '' }), /^Rien n’a été envoyé à Google\./],
    ['when Google refuses', () => ({ ANNEXE_GOOGLE: '403' }), /^Rien n’a été envoyé à Google\./],
    ['when Google fails', () => ({ ANNEXE_GOOGLE: '400' }), /^Rien n’a été envoyé à Google\./],
  ])('%s', (what, prepare, sentence) => {
    if (what !== 'without credentials') logIn();
    const env = prepare() ?? {};
    const { status, out, err } = run(PUSH, [folder], env, ROOT);
    expect([status, out]).toEqual([1, '']);
    expect(err.trim()).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(pushed())).toBe(false);
  });

  it('as `npm run deploy:google`, before it builds anything', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [, script = ''] = /^node (\S+)$/.exec(scripts['deploy:google'] ?? '') ?? [];
    const { status, err } = run(join(ROOT, script), [], {}, ROOT);
    expect(status).toBe(1);
    // Whoever has a project of their own in the repository is still not logged in here.
    expect(err).toMatch(/^(Le fichier \.clasp\.json manque|Vous n’êtes pas connecté à Google)/);
  });
});
