// Loader of the server's sources: leaves out the properties, named by the option `unread`, that the built file never reads.
const { parse } = require('acorn');
const { full } = require('acorn-walk');

module.exports = function lean(code) {
  const { unread } = this.getOptions();
  const found = [];
  full(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), (node) => {
    if (node.type === 'Property' && unread.includes(node.key.name)) found.push(node);
  });
  // One that stands inside another goes with it. Cut from the end, so that places before a cut stay true.
  const cuts = found.filter((one) => !found.some((other) => other.start < one.start && one.end <= other.end));
  return cuts
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code);
};
