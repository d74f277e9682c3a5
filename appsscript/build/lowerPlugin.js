// The language of 2019, briefly: esbuild writes `a ?? 0` and `a?.b` in four times their length, and the core has hundreds of them.
const { parse } = require('acorn');
const { full } = require('acorn-walk');
const { transform } = require('esbuild');

/** Inside webpack's own function: the project declares nothing that Google could call but its entries. */
const OPENING = '"use strict";';
const HELPERS =
  'function or_(value, other) { return value == null ? other : value; }' +
  'function at_(value, key) { return value == null ? undefined : value[key]; }';

/** What may be evaluated in any case: it asks nothing and does nothing. A capital begins a table of constants: `Kind.vide`. */
function isStill({ type, argument, elements, properties, left, right, object, computed }) {
  if (type === 'UnaryExpression') return isStill(argument);
  if (type === 'BinaryExpression') return isStill(left) && isStill(right);
  if (type === 'MemberExpression') return !computed && /^[A-Z]/.test(object.name ?? '');
  if (type === 'ArrayExpression') return elements.length === 0;
  if (type === 'ObjectExpression') return properties.length === 0;
  return type === 'Literal' || type === 'Identifier';
}

/** `a ?? 0` → `or_(a, 0)`. */
function orElse(code, { operator, left, right, start, end }) {
  if (operator !== '??' || !isStill(right)) return [];
  const between = code.slice(left.end, right.start).replace('??', ',');
  return [
    [start, start, 'or_('],
    [left.end, right.start, between],
    [end, end, ')'],
  ];
}

/** `a?.b` → `at_(a, "b")`, where the chain ends there: what follows would be left out with it. */
function atEnd(code, { expression: { type, optional, object, property, computed }, start, end }) {
  if (type !== 'MemberExpression' || !optional || (computed && !isStill(property))) return [];
  const key = computed ? code.slice(property.start, property.end) : JSON.stringify(property.name);
  const between = code.slice(object.end, property.start).replace(/\?\.\s*\[?/, ', ');
  return [
    [start, start, 'at_('],
    [object.end, end, `${between}${key})`],
  ];
}

function shorten(code) {
  const changes = [];
  full(parse(code, { ecmaVersion: 2020, sourceType: 'script' }), (node) => {
    if (node.type === 'LogicalExpression') changes.push(...orElse(code, node));
    if (node.type === 'ChainExpression') changes.push(...atEnd(code, node));
  });
  // From the end, so that places before a change stay true; what begins at the same place is opened from outside in.
  changes.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  const shorter = changes.reduce((text, [from, to, by]) => text.slice(0, from) + by + text.slice(to), code);
  if (!shorter.includes(OPENING)) throw new Error('the bundle does not begin as expected');
  return shorter.replace(OPENING, OPENING + HELPERS);
}

class LowerPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('LowerPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE;
      compilation.hooks.processAssets.tapPromise({ name: 'LowerPlugin', stage }, async () => {
        const code = compilation.getAsset('Code.js').source.source().toString();
        const lowered = await transform(shorten(code), { target: 'es2019' });
        compilation.updateAsset('Code.js', new sources.RawSource(lowered.code));
      });
    });
  }
}

module.exports = { LowerPlugin };
