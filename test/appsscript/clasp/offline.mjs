// Loaded before clasp: Google's servers as far as a push needs them, and no network. What was pushed is written in a file.
import { writeFileSync } from 'node:fs';
import nock from 'nock';

const { ANNEXE_PUSHED: file, ANNEXE_GOOGLE: mood = 'ok', ANNEXE_CLASP_SAYS: says } = process.env;

if (says !== undefined && /@google\/clasp/.test(process.argv[1] ?? '') && process.argv.includes('push')) {
  console.log(says);
  process.exit(0);
}

nock.disableNetConnect();
const google = nock('https://script.googleapis.com').persist();
nock('https://oauth2.googleapis.com')
  .persist()
  .post('/token')
  .reply(200, { access_token: 'token', expires_in: 3600, token_type: 'Bearer' });
google.get(/\/v1\/projects\/[^/]+\/content/).reply(200, { scriptId: 'script', files: [] });
if (mood === 'ok') {
  google.put(/\/v1\/projects\/[^/]+\/content/).reply(200, (_, body) => {
    writeFileSync(file, JSON.stringify(body));
    return { scriptId: 'script', files: body.files };
  });
} else {
  const code = Number(mood);
  google
    .put(/\/v1\/projects\/[^/]+\/content/)
    .reply(code, { error: { code, message: 'refused', errors: [{ message: 'refused' }] } });
}
