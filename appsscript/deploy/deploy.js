// `npm run deploy:google`: builds, then replaces the project at Google by the build. What stops it is found before the build.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { checkLogin, checkProject, main, push, refuse, ROOT } = require('./clasp.js');

const TARGETS = ['google-server', 'google-sidebar'];

function build() {
  const webpack = join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const names = TARGETS.flatMap((target) => ['--config-name', target]);
  const { status } = spawnSync(process.execPath, [webpack, ...names], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) refuse('La construction a échoué ; rien n’a été envoyé à Google.');
}

main(() => {
  checkProject(ROOT);
  checkLogin(ROOT);
  build();
  return push(ROOT);
});
