import ts from 'typescript';

/**
 * The text of a room's index with one more import and one more entry in its list: after the last entry of the same group
 * (the first word of the name), else at the end. Null when the index has no list of imported names.
 */
export function register(index: string, constant: string, module: string): string | null {
  const source = ts.createSourceFile('index.ts', index, ts.ScriptTarget.Latest, true);
  const imported = new Map<string, ts.ImportDeclaration>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings)) {
      for (const { name } of bindings.elements) imported.set(name.text, statement);
    }
  }
  const list = findList(source, imported);
  const last = list?.elements[list.elements.length - 1];
  if (!list || !last) return null;
  const group = groupOf(constant);
  const sameGroup = list.elements.filter((element) => groupOf(element.getText(source)) === group);
  const after = sameGroup[sameGroup.length - 1] ?? last;
  const statement = imported.get(after.getText(source)) ?? imported.get(last.getText(source));
  if (!statement) return null;
  return (
    index.slice(0, statement.end) +
    `\nimport { ${constant} } from '${module}';` +
    index.slice(statement.end, after.end) +
    `, ${constant}` +
    index.slice(after.end)
  );
}

/** The first list of two imported names or more. */
function findList(
  source: ts.SourceFile,
  imported: ReadonlyMap<string, unknown>,
): ts.ArrayLiteralExpression | undefined {
  const visit = (node: ts.Node): ts.ArrayLiteralExpression | undefined => {
    if (ts.isArrayLiteralExpression(node)) {
      const names = node.elements.filter((element) => imported.has(element.getText(source)));
      if (names.length > 1) return node;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(source);
}

/** "bopInconnu" → "bop". */
const groupOf = (name: string): string => name.replace(/[A-Z].*$/, '');
