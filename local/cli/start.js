// `npm start`: what the annexe of the project holds, and the local page, served to this machine alone.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { serve } = require('../page/serve.js');
const { isFresh } = require('../page/stamp.js');

const root = join(__dirname, '..', '..');
const seed = join('seeds', 'annexe-7-lezignan-corbieres.xlsx');
const USUAL_PORT = 3107;
const USAGE = `npm start [-- --port NUMÉRO] [--no-open]

  --port NUMÉRO  le port de la page (${USUAL_PORT} sans cela ; un port libre s’il est pris)
  --no-open      n’ouvre pas le navigateur`;

/** Ends with a sentence, as every refusal does. */
function refuse(sentence) {
  console.error(sentence.replace(/ (?=[:;»])/g, '\u00a0').replace(/« /g, '«\u00a0'));
  process.exit(2);
}

function readOptions() {
  try {
    const options = { port: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
    return parseArgs({ options }).values;
  } catch {
    return refuse(`Option inconnue.\n\n${USAGE}`);
  }
}

function portOf({ port = String(USUAL_PORT) }) {
  if (/^\d{1,5}$/.test(port) && Number(port) < 65536) return Number(port);
  return refuse(`« ${port} » n’est pas un port ; donnez un nombre de 0 à 65535.`);
}

/** Builds what is not there or not of these sources any more. */
function build() {
  const stale = ['cli', 'page'].filter((target) => !isFresh(target));
  if (stale.length === 0) return;
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  if (!existsSync(webpack)) refuse('Les paquets manquent ; lancez d’abord « npm ci ».');
  console.log('Préparation de la page (une fois)…');
  const names = stale.flatMap((target) => ['--config-name', target]);
  const { status } = spawnSync(process.execPath, [webpack, ...names], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) refuse('La page n’a pas pu être préparée ; lancez « npm ci », puis recommencez.');
}

function annexe(...words) {
  const bundle = join(root, 'dist', 'cli', 'annexe.js');
  const { stdout } = spawnSync(process.execPath, [bundle, ...words, seed, '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

/** "46 objectifs sur 47 lignes : 13 erreurs…" of the annexe that comes with the project. */
function summary() {
  const { annexe: read, resume } = annexe('controler');
  const { couverts, objectifs } = annexe('couverture');
  return (
    `Annexe d’exemple (Lézignan-Corbières, 2015)\u00a0: ${read.objectifs} objectifs sur ${read.lignes} lignes.\n` +
    `  ${resume.erreur} erreurs, ${resume.avertissement} avertissements, ${resume.info} infos\u00a0; ` +
    `un indicateur réel pour ${couverts} objectifs sur ${objectifs}.`
  );
}

/** A browser is opened only where somebody sits in front of a screen. */
function openBrowser(address) {
  const { platform, env } = process;
  const isDesktop = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
  if (!isDesktop || env.CI || env.SSH_CONNECTION) return;
  const [command, ...words] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  // No such command: the address is on the screen all the same.
  child.on('error', () => undefined);
  child.unref();
}

async function start() {
  const options = readOptions();
  if (options.help) return console.log(USAGE);
  const wanted = portOf(options);
  build();
  console.log(summary());
  const { server, address } = await serve(join(root, 'dist', 'page'), wanted);
  const served = server.address().port;
  if (wanted !== 0 && served !== wanted)
    console.log(`\nLe port ${wanted} est pris\u00a0; la page est au port ${served}.`);
  console.log(`\nPage locale\u00a0: ${address}  (Ctrl+C pour arrêter)`);
  console.log(`Aussi\u00a0: npx annexe controler ${seed}`);
  if (!options['no-open']) openBrowser(address);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

void start();
