// The manifest of the repository is the one for development; the one for production is made from it.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Where development is served from, in the manifest of the repository. */
const DEVELOPMENT = 'https://localhost:3001';
const SUFFIX = ' (développement)';
/** One identity each: the two can stand in the same Excel. */
const IDS = {
  development: '5b1f4c0e-7a56-4c43-9d1b-6f0f9f1f7d02',
  production: '9c2d8a34-1e0b-4f6a-8b57-3a4f5d6e7c81',
};

/** The address that the IT office gives, without its last slash; a sentence when it cannot be one. */
function addressOf(given) {
  let url;
  try {
    url = new URL(given);
  } catch {
    throw new Error(
      `ANNEXE_URL « ${given} » n’est pas une adresse ; donnez par exemple https://outils.ville.fr/annexe.`,
    );
  }
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Error(`ANNEXE_URL « ${given} » doit commencer par https:// et ne contenir ni « ? » ni « # » ni compte.`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The manifest for production at `address`. */
function forProduction(xml, address) {
  return xml
    .replaceAll(DEVELOPMENT, addressOf(address).replaceAll('&', '&amp;'))
    .replaceAll(IDS.development, IDS.production)
    .replaceAll(SUFFIX, '');
}

/** The manifest of a build: for production when ANNEXE_URL says where it will stand. */
function manifestOfBuild(address = process.env.ANNEXE_URL) {
  const xml = readFileSync(join(__dirname, '..', '..', 'manifest.xml'), 'utf8');
  return address === undefined || address === '' ? xml : forProduction(xml, address);
}

module.exports = { DEVELOPMENT, IDS, forProduction, manifestOfBuild };
