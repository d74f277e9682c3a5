/**
 * The long fuzz: `node -r ./local/dev/typescript.js test/fuzz/run.ts [grille|annexe|saisie] [count] [first seed]`.
 * Without a name, the three of them, as many as the contract asks. Each failure is printed with the seed that makes it again.
 */
import { annexe, attempt, EDITS_A_CASE, grille, saisie, type Case } from './cases';

const CASES: Readonly<Record<string, { readonly one: Case; readonly count: number }>> = {
  annexe: { one: annexe, count: 100_000 },
  saisie: { one: saisie, count: 100_000 / EDITS_A_CASE },
  grille: { one: grille, count: 1_000_000 },
};
const PROGRESS_MS = 15_000;
const MOST_FAILURES = 20;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function run(name: string, { one, count }: { readonly one: Case; readonly count: number }, from: number): number {
  const start = performance.now();
  let told = start;
  let failures = 0;
  let slowest = { ms: 0, seed: from };
  for (let seed = from; seed < from + count && failures < MOST_FAILURES; seed++) {
    const before = performance.now();
    const complaints = attempt(one, seed);
    const now = performance.now();
    if (now - before > slowest.ms) slowest = { ms: now - before, seed };
    if (complaints.length > 0) {
      failures++;
      say(`${name} ${seed}: ${complaints.slice(0, 5).join('\n  ').slice(0, 2000)}`);
    }
    if (now - told > PROGRESS_MS) {
      told = now;
      say(`${name}: ${seed - from + 1}/${count}, ${failures} failures, ${Math.round((now - start) / 1000)} s`);
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(
    `${name}: ${count} done in ${seconds} s, ${failures} failures; slowest ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed})`,
  );
  return failures;
}

const [name = '', count, from = '1'] = process.argv.slice(2);
const chosen = Object.entries(CASES).filter(([key]) => name === '' || key === name);
if (chosen.length === 0) say(`no such case: ${name}; there are ${Object.keys(CASES).join(', ')}`);
let failures = 0;
for (const [key, { one, count: asked }] of chosen)
  failures += run(key, { one, count: Number(count ?? asked) }, Number(from));
process.exitCode = failures > 0 || chosen.length === 0 ? 1 : 0;
