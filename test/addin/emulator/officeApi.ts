import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A requirement set and its version: ["ExcelApi", 1, 14]. Preview members have no version: Infinity. */
export type Requirement = readonly [set: string, major: number, minor: number];

/** The members of Excel's classes, as "Range.values", with the requirement set that each asks for. */
export type OfficeApi = ReadonlyMap<string, Requirement>;

const DECLARATIONS = join(__dirname, '..', '..', '..', 'node_modules', '@types', 'office-js', 'index.d.ts');
let mined: OfficeApi | null = null;

/**
 * Reads the declarations of @types/office-js, line by line: they are generated, and always laid out alike (4 spaces before a class
 * of a namespace, 8 before a member, the requirement in the comment above). Nothing of their text is kept.
 */
export function officeApi(): OfficeApi {
  return (mined ??= mine(readFileSync(DECLARATIONS, 'utf8')));
}

function mine(text: string): OfficeApi {
  const members = new Map<string, Requirement>();
  let excel = false;
  let name = '';
  let ofClass: Requirement | null = null;
  let seen: Requirement | null = null;
  for (const line of text.split('\n')) {
    if (/^(export )?declare namespace /.test(line)) excel = /namespace Excel \{/.test(line);
    if (!excel) continue;
    if (/^ {4,8}\/\*\*/.test(line)) seen = null;
    seen = requirementIn(line) ?? seen;
    const opened = /^ {4}class (\w+) /.exec(line);
    if (opened) [name, ofClass, seen] = [opened[1] ?? '', seen, null];
    else if (/^ {4}\}/.test(line)) name = '';
    else if (name !== '') {
      const member = /^ {8}(?:readonly )?(\w+)\??[(:<]/.exec(line);
      if (member) {
        const key = `${name}.${member[1] ?? ''}`;
        const asks = seen ?? ofClass ?? ['ExcelApi', 1, 1];
        const before = members.get(key);
        // Of several overloads, the oldest.
        if (!before || reaches(before, asks)) members.set(key, asks);
        seen = null;
      }
    }
  }
  return members;
}

function requirementIn(line: string): Requirement | null {
  const match = /\[Api set: (\w+) (?:(\d+)\.(\d+)|BETA)/.exec(line);
  if (!match) return null;
  return match[2] === undefined ? [match[1] ?? '', Infinity, 0] : [match[1] ?? '', Number(match[2]), Number(match[3])];
}

/** Whether `level` is at least what `asked` asks for; both of one set. */
export const reaches = (level: Requirement, asked: Requirement): boolean =>
  level[0] === asked[0] && (level[1] > asked[1] || (level[1] === asked[1] && level[2] >= asked[2]));
