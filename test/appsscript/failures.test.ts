import { failureOf } from '../../appsscript/server/failure';
import { failureFromGoogle } from '../../appsscript/sidebar/failures';
import { HostFailure } from '../../shared/sheet';

/** What Google says when it stops a script for a while: it is nobody's defect, and trying again is the cure. */
const PASSING = [
  'Service invoked too many times for one day: spreadsheets.',
  'Exceeded maximum execution time',
  'Service timed out: Spreadsheets',
  'Service Spreadsheets timed out while accessing document with id 1AbC.',
  'Service Spreadsheets failed while accessing document with id 1AbC.',
  'There are too many LockService operations against the same script.',
  'We’re sorry, a server error occurred. Please wait a bit and try again.',
];

describe('what stops Google for a while', () => {
  it.each(PASSING)('is told as such: %s', (message) => {
    expect(failureOf(new Error(message)).code).toBe('quota');
    const failure = failureFromGoogle(new Error(message));
    expect(failure).toBeInstanceOf(HostFailure);
    expect((failure as HostFailure).cure).toMatch(/Recommencez/);
  });
});

it('a defect of ours stays one', () => {
  expect(failureOf(new TypeError('x is not a function')).code).toBe('defaut');
  expect(failureFromGoogle(new TypeError('x is not a function'))).not.toBeInstanceOf(HostFailure);
});
