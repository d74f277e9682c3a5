import { parse, type AnyNode, type Comment, type Program } from 'acorn';
import { full } from 'acorn-walk';

export interface Parsed {
  readonly program: Program;
  readonly comments: readonly Comment[];
}

/** The program, or why a parser of that year refuses it. A script: neither import nor export. */
export function parseScript(code: string, year: 2019 | 2022): Parsed | string {
  const comments: Comment[] = [];
  try {
    return { program: parse(code, { ecmaVersion: year, sourceType: 'script', onComment: comments }), comments };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function nodesOf(program: Program): AnyNode[] {
  const nodes: AnyNode[] = [];
  full(program, (node) => void nodes.push(node as AnyNode));
  return nodes;
}

/** Names that are read and declared nowhere in the program: what it takes from its surroundings. */
export function freeNames(program: Program): Set<string> {
  const declared = new Set<string>(['arguments', 'undefined']);
  const read = new Set<string>();
  for (const node of nodesOf(program)) {
    if (node.type === 'VariableDeclarator') patternNames(node.id, declared);
    else if (node.type === 'CatchClause' && node.param) patternNames(node.param, declared);
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') patternNames(node.id, declared);
    else if (
      node.type === 'FunctionDeclaration' ||
      node.type === 'FunctionExpression' ||
      node.type === 'ArrowFunctionExpression'
    ) {
      patternNames(node.id ?? null, declared);
      node.params.forEach((param) => patternNames(param, declared));
    } else if (node.type === 'Identifier') read.add(node.name);
  }
  return new Set([...read].filter((name) => !declared.has(name)));
}

function patternNames(pattern: AnyNode | null | undefined, names: Set<string>): void {
  if (!pattern) return;
  switch (pattern.type) {
    case 'Identifier':
      names.add(pattern.name);
      return;
    case 'ObjectPattern':
      pattern.properties.forEach((property) =>
        patternNames(property.type === 'Property' ? property.value : property.argument, names),
      );
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((element) => patternNames(element, names));
      return;
    case 'AssignmentPattern':
      patternNames(pattern.left, names);
      return;
    case 'RestElement':
      patternNames(pattern.argument, names);
      return;
    default:
  }
}
