import { printable } from './wrap';

/** Longer texts are shown around what changes in them. */
const WHOLE = 60;
/** Words shown on each side of what changes. */
const AROUND = 3;

/** "before → after", long texts cut to what changes and a few words around it. A line break is shown, since it may be the change. */
export function showChange(before: string, after: string): string {
  const [from, to] = [visible(before), visible(after)];
  if (from.length <= WHOLE && to.length <= WHOLE) return `${whole(from)} → ${whole(to)}`;
  const a = from.split(' ');
  const b = to.split(' ');
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return `${excerpt(a, start, end)} → ${excerpt(b, start, end)}`;
}

const visible = (text: string): string => printable(text.replace(/\r?\n/g, '⏎'));

const whole = (text: string): string => (text === '' ? '(vide)' : text);

function excerpt(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(words.length, words.length - end + AROUND);
  return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
}
