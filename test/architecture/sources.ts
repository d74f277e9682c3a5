import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '..', '..');

/** Every file of the project as it stands: tracked or new, never what .gitignore leaves out. Paths from the root, with slashes. */
export function projectFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  const files = list.toString('utf8').split('\0').filter(Boolean);
  return files.filter((file) => existsSync(join(ROOT, file))).sort();
}

export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What ships: the TypeScript of the core and of the hosts. Tests are left out. */
export function shippedSources(): string[] {
  return projectFiles().filter((file) => /^(shared|addin|appsscript|local)\/.*\.tsx?$/.test(file));
}

export function isGenerated(file: string): boolean {
  return /\.generated\.|(^|\/)generated\//.test(file);
}

export function parse(file: string, text = readText(file)): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** Every node of the tree, tokens included, parents first. */
export function* walk(node: ts.Node, source: ts.SourceFile): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren(source)) yield* walk(child, source);
}

/** All comments of a file: they live in what stands between two tokens, so that a string that looks like one is none. */
export function comments(source: ts.SourceFile): string[] {
  const found = new Map<number, string>();
  for (const node of walk(source, source)) {
    for (const range of ts.getLeadingCommentRanges(source.text, node.pos) ?? []) {
      found.set(range.pos, source.text.slice(range.pos, range.end));
    }
    for (const range of ts.getTrailingCommentRanges(source.text, node.end) ?? []) {
      found.set(range.pos, source.text.slice(range.pos, range.end));
    }
  }
  return [...found.values()];
}
