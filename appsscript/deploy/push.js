// `node appsscript/deploy/push.js [dossier]`: sends what stands in dist/google of the folder (the repository unless told), unbuilt.
const { resolve } = require('node:path');
const { checkProject, main, push, ROOT } = require('./clasp.js');

main(() => {
  const folder = resolve(process.argv[2] ?? ROOT);
  checkProject(folder);
  return push(folder);
});
