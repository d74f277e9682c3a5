import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale, ROOT } from '../built';
import type { DocumentState } from './fakes/document';
import type { Project } from './realm/project';

const FOLDER = join(ROOT, 'dist', 'google');

/** What would be pushed, by file name; built first when the sources are newer. */
export function builtFiles(): ReadonlyMap<string, string> {
  return (read ??= freshFiles());
}

let read: ReadonlyMap<string, string> | null = null;

function freshFiles(): ReadonlyMap<string, string> {
  for (const target of ['google-server', 'google-sidebar']) buildWhenStale(target);
  return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}

/** The built project on a document. */
export function builtProject(document: DocumentState): Project {
  const files = builtFiles();
  const pages = [...files].filter(([name]) => name.endsWith('.html'));
  return {
    code: files.get('Code.js') ?? '',
    files: new Map(pages.map(([name, text]) => [name.replace(/\.html$/, ''), text])),
    document,
  };
}
