'use strict';
/** Bytes a row that a checked sheet keeps beside the rows themselves. Run with --expose-gc in a process of its own. */
const { makeSheet } = require('./sheet');
const [, , corePath, root, rows] = process.argv;
const core = require(corePath);

const settled = () => {
  for (let pass = 0; pass < 6; pass++) global.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const options = { referential: core.loadReferential(root), rules: core.RULES, millesime: 2015 };
core.openSession(core.gridOf(makeSheet(2000).sheet), options);
/** Chunks read back from JSON, as a host hands them over: the generator's own strings are still to be flattened, which frees memory. */
function handedOver() {
  const { sheet } = makeSheet(Number(rows));
  const values = [];
  while (sheet.length > 0) values.push(...JSON.parse(JSON.stringify(sheet.splice(-20000))).reverse());
  return values.reverse();
}

const values = handedOver();
const before = settled();
const session = core.openSession(core.gridOf(values), options);
const after = settled();
process.stdout.write(
  JSON.stringify({ rows: values.length, bytes: (after - before) / values.length, findings: session.resume() }),
);
