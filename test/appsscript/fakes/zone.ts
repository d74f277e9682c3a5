/** Where the documents of the tests are. */
export const ZONE = 'Europe/Paris';

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** What a clock on the wall shows: year, month (1–12), day, hour, minute, second. */
export function wallOf(time: number, timeZone: string): number[] {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(time);
  return PARTS.map((name) => Number(parts.find(({ type }) => type === name)?.value));
}

/** The moment at which the clock on the wall shows this. */
export function momentOf(timeZone: string, wall: readonly number[]): Date {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = wall;
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second);
  let time = wanted;
  // Once more than needed: the distance of the zone may change between the guess and the moment.
  for (let turn = 0; turn < 2; turn++) {
    const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = wallOf(time, timeZone);
    time += wanted - Date.UTC(y, mo - 1, d, h, mi, s);
  }
  return new Date(time);
}
