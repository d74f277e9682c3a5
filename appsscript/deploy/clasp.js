// clasp, asked from here, and what its answers mean: it ends with 0 when it has pushed nothing.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const GUIDE = 'docs/deploiement-google.md';
/** Exactly what is pushed. */
const PUSHED = ['Code.js', 'Sidebar.html', 'appsscript.json'];

/** What stops the deployment: a sentence for whoever deploys. */
class Refusal extends Error {}

/** With the no-break spaces of French typography. */
const french = (sentence) => sentence.replace(/ (?=[:;!?»])/g, '\u00a0').replace(/« /g, '«\u00a0');

function refuse(sentence) {
  throw new Refusal(french(sentence));
}

/** Runs clasp in the folder of a project; gives its code and all that it said. */
function clasp(folder, ...words) {
  const program = join(ROOT, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
  if (!existsSync(program)) refuse('Les paquets manquent ; lancez d’abord « npm ci ».');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, said: `${stdout}\n${stderr}`.trim(), stdout };
}

/** The folder says which project of Google it is for. */
function checkProject(folder) {
  const file = join(folder, '.clasp.json');
  if (!existsSync(file)) {
    refuse(
      `Le fichier .clasp.json manque : copiez appsscript/.clasp.json.example sous ce nom à la racine du dépôt, et mettez-y l’identifiant de votre script (${GUIDE}).`,
    );
  }
  const [, id = ''] = /"scriptId"\s*:\s*"([^"]*)"/.exec(readFileSync(file, 'utf8')) ?? [];
  if (id === '' || id === 'IDENTIFIANT_DU_SCRIPT') {
    refuse(`Le fichier .clasp.json ne dit pas où déployer : mettez-y l’identifiant de votre script (${GUIDE}).`);
  }
}

const NOT_LOGGED_IN =
  'Vous n’êtes pas connecté à Google sur ce poste : lancez « npx clasp login » avec le compte qui possède le script, puis recommencez.';

/** Only a plain no stops: what clasp says of somebody who is logged in depends on the network. */
function checkLogin(folder) {
  if (/"loggedIn"\s*:\s*false/.test(clasp(folder, '--json', 'show-authorized-user').said)) refuse(NOT_LOGGED_IN);
}

function readList(text) {
  try {
    return JSON.parse(text).filesToPush;
  } catch {
    return null;
  }
}

/** The built folder holds what is to be pushed, and nothing else. */
function checkFiles(folder) {
  const { stdout, said } = clasp(folder, '--json', 'show-file-status');
  const files = readList(stdout);
  if (files === null) refuse(`clasp n’a pas pu lire le dossier à envoyer : ${said}`);
  const names = files.map((file) => file.split(/[\\/]/).pop()).sort();
  if (names.join() !== PUSHED.join()) {
    refuse(
      `Le dossier à envoyer devrait contenir ${PUSHED.join(', ')}, et contient ${names.join(', ') || 'rien'} ; lancez « npm run build », puis recommencez.`,
    );
  }
}

/** Replaces the project at Google by the build. `--force`: without it, clasp skips a changed manifest when nobody can answer. */
function push(folder) {
  checkFiles(folder);
  const { status, said } = clasp(folder, 'push', '--force');
  if (/No credentials found|Not logged in|invalid_grant/i.test(said)) refuse(NOT_LOGGED_IN);
  if (status === 0 && /\bPushed \d+ files\b/.test(said))
    return french('Envoyé à Google : Code.js, Sidebar.html et appsscript.json.');
  if (status === 0 && /already up to date/i.test(said))
    return french('Le script de Google contient déjà cette version : rien à envoyer.');
  return refuse(`Rien n’a été envoyé à Google. clasp a répondu : ${said || 'rien'}`);
}

/** Says a refusal, and ends with 1; anything else is a defect of ours. */
function main(work) {
  try {
    console.log(work());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

module.exports = { checkLogin, checkProject, main, push, refuse, ROOT };
