import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GENERATED } from './generated';

const root = join(__dirname, '..', '..');
for (const { path, make } of GENERATED) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), make());
  console.log(`Écrit\u00a0: ${path}`);
}
