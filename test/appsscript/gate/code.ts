import type { AnyNode, FunctionDeclaration, ModuleDeclaration, Statement } from 'acorn';
import { freeNames, nodesOf, parseScript, type Parsed } from './syntax';

/** A function that Google may call, as the one table of them says. */
export interface Declared {
  readonly name: string;
  readonly doc: readonly string[];
  readonly parameters: readonly string[];
}

/** Bytes: "150 KB" in either meaning. */
export const MOST_CODE = 150_000;

/** The services that the two scopes allow, and what they are for. */
const SERVICES = new Set([
  'SpreadsheetApp',
  'HtmlService',
  'LockService',
  'PropertiesService',
  'Utilities',
  'Charts',
  'ScriptApp',
]);
/** Asking which scopes were given needs none; triggers and tokens would. */
const OF_SCRIPT_APP = new Set(['AuthMode', 'requireAllScopes', 'requireScopes']);

/** The language of 2019, as the realm of the tests has it. */
const LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN Boolean String Symbol Date Promise RegExp Error EvalError
   RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array
   Int32Array Float32Array Float64Array Uint8ClampedArray DataView Map Set WeakMap WeakSet Proxy Reflect decodeURI decodeURIComponent
   encodeURI encodeURIComponent isFinite isNaN console`.split(/\s+/),
);

/** What is wrong with Code.js; nothing when it may be pushed. */
export function faultsOfCode(code: string, table: readonly Declared[]): string[] {
  const parsed = parseScript(code, 2019);
  if (typeof parsed === 'string') return [`syntax: ${parsed}`];
  const size = Buffer.byteLength(code);
  return [
    ...(size > MOST_CODE ? [`size: ${size} bytes, ${MOST_CODE} at most`] : []),
    ...faultsOfNames(parsed, table),
    ...declarationsOf(parsed).flatMap((declaration) => faultsOfDeclaration(code, parsed, declaration, table)),
    ...faultsOfServices(parsed),
  ];
}

const declarationsOf = ({ program }: Parsed): FunctionDeclaration[] =>
  program.body.filter((node) => node.type === 'FunctionDeclaration');

/** The first level declares the functions of the table, and one private name that holds the rest. */
function faultsOfNames(parsed: Parsed, table: readonly Declared[]): string[] {
  const { program } = parsed;
  const names = declarationsOf(parsed).map(({ id }) => id.name);
  const wanted = table.map(({ name }) => name);
  const rest = program.body.filter((node) => node.type !== 'FunctionDeclaration' && !isClosedWork(node));
  const [library, ...more] = rest.flatMap((node): AnyNode[] =>
    node.type === 'VariableDeclaration' ? node.declarations : [node],
  );
  const own = library?.type === 'VariableDeclarator' && library.id.type === 'Identifier' ? library.id.name : '';
  const isPrivate = own.endsWith('_') && more.length === 0;
  return [
    ...wanted.filter((name) => !names.includes(name)).map((name) => `names: ${name} is not declared`),
    ...names.filter((name) => !wanted.includes(name)).map((name) => `names: ${name} is not in the table`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `names: ${name} is declared twice`),
    ...(isPrivate ? [] : ['names: the first level holds more than one private variable']),
  ];
}

/** A directive, or a function that is called where it stands: it leaves no name. */
const isClosedWork = (node: Statement | ModuleDeclaration): boolean =>
  node.type === 'ExpressionStatement' &&
  (node.directive !== undefined ||
    (node.expression.type === 'CallExpression' && /Function/.test(node.expression.callee.type)));

function faultsOfDeclaration(
  code: string,
  { comments, program }: Parsed,
  declaration: FunctionDeclaration,
  table: readonly Declared[],
): string[] {
  const { name } = declaration.id;
  const entry = table.find((one) => one.name === name);
  if (entry === undefined) return [];
  const faults: string[] = [];
  const parameters = declaration.params.map((param) => (param.type === 'Identifier' ? param.name : '?'));
  if (parameters.join() !== entry.parameters.join()) faults.push(`parameters: ${name}(${parameters.join(', ')})`);
  const library = program.body.find((node) => node.type === 'VariableDeclaration')?.declarations[0]?.id;
  const variable = library?.type === 'Identifier' ? library.name : '';
  const body = code.slice(declaration.body.start, declaration.body.end).replace(/\s+/g, ' ');
  if (body !== `{ return ${variable}.run('${name}', arguments); }`) faults.push(`body: ${name} does ${body}`);
  const comment = comments.find(
    ({ end }) => code.slice(end, declaration.start).trim() === '' && end < declaration.start,
  );
  if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return [...faults, `doc: ${name} has none`];
  return [...faults, ...faultsOfDoc(name, comment.value, entry)];
}

/** Each line of the table stands on a line of its own, in its order: Google shows no line break. */
function faultsOfDoc(name: string, comment: string, { doc, parameters }: Declared): string[] {
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .filter((line) => line !== '');
  const wanted = doc.map((line) => line.replace(/\s+/g, ' ').trim());
  const said = lines
    .filter((line) => line.startsWith('@param'))
    .map((line) => /^@param \{\*\} (\w+) (.{10,})$/.exec(line));
  const custom = lines.includes('@customfunction');
  return [
    ...(lines.join('\n') === wanted.join('\n') ? [] : [`doc: ${name} says something else than the table`]),
    ...(custom === name.startsWith('ANNEXE_') ? [] : [`doc: ${name} and @customfunction`]),
    ...(custom && said.map((one) => one?.[1]).join() !== parameters.join() ? [`doc: ${name} and its @param`] : []),
    ...(lines[0] === undefined || lines[0].startsWith('@') ? [`doc: ${name} does not say what it does`] : []),
  ];
}

function faultsOfServices({ program }: Parsed): string[] {
  const nodes = nodesOf(program);
  // What a program asks for with `typeof` before it uses it, it can do without; the realm of the tests has none of it.
  const asked = nodes.flatMap((node) =>
    node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument.type === 'Identifier'
      ? [node.argument.name]
      : [],
  );
  const known = new Set([...SERVICES, ...LANGUAGE, ...asked]);
  const foreign = [...freeNames(program)].filter((name) => !known.has(name));
  const members = nodes.flatMap((node) =>
    node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'ScriptApp'
      ? node.property.type === 'Identifier' && !node.computed && OF_SCRIPT_APP.has(node.property.name)
        ? []
        : ['ScriptApp']
      : [],
  );
  return [...foreign.map((name) => `services: ${name}`), ...members.map((name) => `services: ${name} does more`)];
}
