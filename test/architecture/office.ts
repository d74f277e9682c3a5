import ts from 'typescript';

/** The globals of Office.js, and its packages. */
const GLOBALS = ['Office', 'OfficeExtension', 'OfficeRuntime', 'Excel', 'CustomFunctions'];
const PACKAGES = /^@microsoft\/office-js/;
export const OFFICE_ROOM = 'addin/excel/';

/** Where a file names Office: as a value, as a type, or as a package. Words in comments, texts and members of others are none. */
export function officeIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && PACKAGES.test(node.text)) found.push(node.text);
    if (ts.isIdentifier(node) && GLOBALS.includes(node.text) && !isMember(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `x.Excel`, `{ Excel: 1 }`: a name inside of something else. */
function isMember(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === name && !isGlobalObject(parent.expression);
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === name;
}

const isGlobalObject = (node: ts.Expression): boolean =>
  ts.isIdentifier(node) && ['window', 'globalThis', 'self'].includes(node.text);
