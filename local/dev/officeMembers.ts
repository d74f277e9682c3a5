import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const ROOM = join(ROOT, 'addin', 'excel');
/** Where Office's members are declared. */
const TYPES = /@types\/(office-js|custom-functions-runtime)\//;

/** A member of Office.js that the add-in uses, and the requirement set that brings it; null when Microsoft names none. */
export interface OfficeMember {
  /** "Excel.Range.values" */
  readonly name: string;
  readonly set: string | null;
  /** Files of addin/excel. */
  readonly files: readonly string[];
}

/** Every member that the code of addin/excel names, by its type: the compiler tells what a name is, and its comment since when. */
export function officeMembers(): OfficeMember[] {
  const path = join(ROOM, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOM);
  const compiled = ts.createProgram(fileNames, { ...options, composite: false, incremental: false, noEmit: true });
  const checker = compiled.getTypeChecker();
  const found = new Map<string, { set: string | null; files: Set<string> }>();
  for (const source of compiled.getSourceFiles()) {
    if (!source.fileName.startsWith(dirname(path)) || source.isDeclarationFile) continue;
    for (const symbol of symbolsOf(source, checker)) {
      const declared = symbol.declarations?.find((node) => TYPES.test(node.getSourceFile().fileName));
      if (declared === undefined) continue;
      const name = nameOf(declared);
      const known = found.get(name) ?? { set: setOf(declared), files: new Set() };
      known.files.add(relative(ROOM, source.fileName));
      found.set(name, known);
    }
  }
  return [...found]
    .map(([name, { set, files }]) => ({ name, set, files: [...files].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a file names after a dot, or takes out of an object. */
function* symbolsOf(source: ts.SourceFile, checker: ts.TypeChecker): Generator<ts.Symbol> {
  const nodes: ts.Node[] = [source];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    ts.forEachChild(node, (child) => void nodes.push(child));
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = checker.getSymbolAtLocation(node.name);
      if (symbol) yield symbol;
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const taken = node.propertyName ?? node.name;
      const symbol = ts.isIdentifier(taken) && checker.getTypeAtLocation(node.parent).getProperty(taken.text);
      if (symbol) yield symbol;
    }
  }
}

/** The name with all that holds it: "Excel.Range.values". */
function nameOf(declared: ts.Node): string {
  const names: string[] = [];
  for (let node: ts.Node = declared; !ts.isSourceFile(node); node = node.parent) {
    const name = ts.getNameOfDeclaration(node as ts.Declaration);
    if (name !== undefined) names.unshift(name.getText());
  }
  return names.join('.');
}

/** "ExcelApi 1.9", from the comment of the member, else of what holds it. */
function setOf(declared: ts.Node): string | null {
  for (let node: ts.Node = declared; !ts.isSourceFile(node); node = node.parent) {
    const text = ts
      .getJSDocCommentsAndTags(node)
      .map((comment) => comment.getText())
      .join('\n');
    const [, name, version] = SET.exec(text) ?? [];
    if (name !== undefined && version !== undefined) return `${name} ${version}`;
  }
  return null;
}

/** Two ways in which Microsoft writes it. */
const SET = /(?:Api set:|Requirement sets?\*{0,2}:)\s*\[?\s*\{?(?:@link [^|]*\|\s*)?(\w+)\s+(\d+\.\d+)/;
