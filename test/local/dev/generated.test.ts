import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from '../../../local/dev/generated';
import { isGenerated, projectFiles, ROOT } from '../../architecture/sources';

describe('generated files', () => {
  it('are what `npm run generate` writes', () => {
    const stale = GENERATED.filter(({ path, make }) => {
      const made = make();
      const bytes = typeof made === 'string' ? Buffer.from(made, 'utf8') : Buffer.from(made);
      return !readFileSync(join(ROOT, path)).equals(bytes);
    });
    expect(stale.map(({ path }) => path)).toEqual([]);
  });

  it('are all made by it', () => {
    const made = GENERATED.map(({ path }) => path);
    expect(projectFiles().filter((file) => isGenerated(file) && !made.includes(file))).toEqual([]);
  });
});
