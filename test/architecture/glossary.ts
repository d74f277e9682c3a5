import ts from 'typescript';

/** A line of shared/GLOSSAIRE.md. */
export interface Entry {
  readonly mot: string;
  readonly identifiers: readonly string[];
  readonly forbidden: readonly string[];
}

/** The lines of every table whose header has four columns and ends with "Jamais". */
export function parseGlossary(markdown: string): Entry[] {
  const entries: Entry[] = [];
  let inTable = false;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (cells.length !== 4) inTable = false;
    else if (cells[3] === 'Jamais') inTable = true;
    else if (inTable && !/^-+$/.test(cells[0] ?? '')) {
      entries.push({ mot: cells[0] ?? '', identifiers: inBackticks(cells[2]), forbidden: inBackticks(cells[3]) });
    }
  }
  return entries;
}

function inBackticks(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** The names that a file gives: variables, parameters, functions, types, members; not what it merely uses. */
export function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  const declares =
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isFunctionExpression(parent) ||
    ts.isClassDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isEnumDeclaration(parent) ||
    ts.isEnumMember(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isGetAccessorDeclaration(parent);
  return declares && parent.name === name;
}

/** "warningLevels" holds "warningLevel" and "level", not "lev": names are compared word by word, singular. */
export function holds(name: string, forbidden: string): boolean {
  const words = wordsOf(name);
  const sought = wordsOf(forbidden);
  return words.some((_, start) => sought.every((word, index) => words[start + index] === word));
}

function wordsOf(name: string): string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase().replace(/(?<=..)s$/, ''));
}
