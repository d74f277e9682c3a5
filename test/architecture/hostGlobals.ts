import ts from 'typescript';

/** What a host lends to its own room, and no other may name. */
export interface HostGlobals {
  readonly room: string;
  readonly names: readonly string[];
  /** Its packages. */
  readonly packages?: RegExp;
}

/** One line a host. */
export const HOST_GLOBALS: readonly HostGlobals[] = [
  {
    room: 'addin/excel/',
    names: ['Office', 'OfficeExtension', 'OfficeRuntime', 'Excel', 'CustomFunctions'],
    packages: /^@microsoft\/office-js/,
  },
  {
    room: 'appsscript/server/',
    names: [
      'GoogleAppsScript',
      'SpreadsheetApp',
      'HtmlService',
      'LockService',
      'PropertiesService',
      'CacheService',
      'ScriptApp',
      'Session',
      'Utilities',
      'Charts',
    ],
  },
  { room: 'appsscript/sidebar/', names: ['google'] },
];

/** The names of the host that a file uses, as values or as types. Words in texts, comments and members of other things are none. */
export function namedIn(source: ts.SourceFile, { names, packages }: Omit<HostGlobals, 'room'>): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && packages?.test(node.text) === true) found.push(node.text);
    if (ts.isIdentifier(node) && names.includes(node.text) && !isOwn(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `x.Session`, `{ Session: 1 }`, `import { Session } from`, `interface Session`: a name of the project's own. */
function isOwn(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return !isGlobalObject(parent.expression);
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === name) return true;
  return isDeclaredIn(name.getSourceFile(), name.text);
}

const isGlobalObject = (node: ts.Expression): boolean =>
  ts.isIdentifier(node) && ['window', 'globalThis', 'self'].includes(node.text);

/** Whether the file imports the name or gives it to something of its own. */
function isDeclaredIn(source: ts.SourceFile, text: string): boolean {
  const declares = (node: ts.Node): boolean =>
    ts.isImportSpecifier(node) ||
    ts.isExportSpecifier(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node)
      ? ts.isIdentifier(node.name) && node.name.text === text
      : false;
  const visit = (node: ts.Node): boolean => declares(node) || (ts.forEachChild(node, visit) ?? false);
  return visit(source);
}
