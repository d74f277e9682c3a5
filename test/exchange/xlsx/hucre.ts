import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** hucre is an ES module, which jest does not load: it works in a process of its own. */
function run(script: string, input?: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'annexe-'));
  try {
    const [from, to] = [join(folder, 'in'), join(folder, 'out')];
    if (input) writeFileSync(from, input);
    const whole = `import { readXlsx, writeXlsx } from 'hucre/xlsx';
      import { readFileSync, writeFileSync } from 'node:fs';
      const [, from, to] = process.argv;
      ${script}`;
    execFileSync(process.execPath, ['--input-type=module', '-e', whole, from, to], { cwd: __dirname });
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A workbook with all that a patch must leave alone. */
export function furnishedWorkbook(): Buffer {
  return run(`
    const bytes = await writeXlsx({
      namedRanges: [{ name: 'Liste_BOP', range: 'Listes!$A$1:$A$3' }],
      sheets: [
        {
          name: 'Annexe 7',
          rows: [
            ['Réf', 'Objectif', 'BOP', 'Service', 'Total'],
            ['PCOS_AS1_OO1', 'Soutenir les actions', '163', 'DDCSPP', null],
            ['PCOS_AS1_002', 'Éviter & « réussir » <tout>', '147', null, null],
          ],
          cells: new Map([
            ['1,4', { formula: 'COUNTA(A2:A3)', formulaResult: 2, value: 2 }],
            ['1,0', { value: 'PCOS_AS1_OO1', comment: { text: 'à revoir', author: 'Agent' }, style: { font: { bold: true } } }],
            ['2,2', { value: '147', style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } } } }],
          ]),
          columns: [{ width: 20 }, { width: 40 }],
          merges: [{ startRow: 4, startCol: 0, endRow: 4, endCol: 3 }],
          dataValidations: [{ type: 'list', range: 'C2:C9', values: ['102', '147', '163'] }],
          conditionalRules: [{ type: 'cellIs', operator: 'equal', formula: '"147"', range: 'C2:C9', priority: 1, style: { font: { bold: true } } }],
          freezePane: { rows: 1 },
          autoFilter: { range: 'A1:D3' },
        },
        { name: 'Listes', rows: [['102'], ['147'], ['163']], hidden: true },
        { name: 'Suivi', rows: [['x']], tables: [{ name: 'Suivi', range: 'A1:A1', columns: [{ name: 'x' }] }] },
      ],
    });
    writeFileSync(to, bytes);`);
}

/** What hucre reads in a workbook: each sheet's name and values, and some of its furniture. */
export function readByHucre(bytes: Uint8Array): readonly {
  name: string;
  rows: unknown[][];
  merges: unknown[];
  dataValidations: unknown[];
  conditionalRules: unknown[];
}[] {
  const json = run(
    `const { sheets } = await readXlsx(readFileSync(from));
    writeFileSync(to, JSON.stringify(sheets.map(({ name, rows, merges, dataValidations, conditionalRules }) => ({ name, rows, merges, dataValidations, conditionalRules }))));`,
    bytes,
  );
  return JSON.parse(json.toString());
}
