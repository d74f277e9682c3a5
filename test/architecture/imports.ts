import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import type { Room } from './rooms';

/** `to` is a file of the project (from the root), or a package. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'file' | 'package';
}

/** All that a file imports, in any way TypeScript has: import, export from, import(), require(), a type's import(). */
export function edgesOf(source: ts.SourceFile, exists: (file: string) => boolean): Edge[] {
  const edges: Edge[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) edges.push(edge(source.fileName, specifier.text, exists));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edges;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const imports = called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
  return imports ? node.arguments[0] : undefined;
}

function edge(from: string, specifier: string, exists: (file: string) => boolean): Edge {
  if (!specifier.startsWith('.')) return { from, to: packageOf(specifier), kind: 'package' };
  const path = posix.join(posix.dirname(from), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return { from, to: candidates.find(exists) ?? path, kind: 'file' };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  return builtinModules.includes(name) ? `node:${name}` : name;
}

/** Why the table forbids an edge, or null. `isRule` tells a rule from the other files of its room. */
export function complaint(edge: Edge, rooms: readonly Room[], isRule: (file: string) => boolean): string | null {
  const room = roomOf(edge.from, rooms);
  if (!room) return `${edge.from} stands in no room of the table`;
  if (edge.kind === 'package') {
    const allowed = (room.packages ?? []).some((name) =>
      name.endsWith('*') ? edge.to.startsWith(name.slice(0, -1)) : name === edge.to,
    );
    return allowed ? null : `${edge.from} imports the package ${edge.to}, which ${room.folder} may not`;
  }
  if (isRule(edge.from) && isRule(edge.to)) return `${edge.from} imports another rule, ${edge.to}`;
  const allowed = [room.folder, ...room.imports].some((folder) => isUnder(edge.to, folder));
  return allowed ? null : `${edge.from} imports ${edge.to}, which ${room.folder} may not`;
}

/** The deepest room that holds the file. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  const holding = rooms.filter((room) => isUnder(file, room.folder));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0];
}

function isUnder(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

/** The first ring of files that import each other, as a path that ends where it starts; null when there is none. */
export function findCycle(edges: readonly Edge[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to, kind } of edges) {
    if (kind === 'file') next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
