import { demandedSets, GUARDED, unsure } from '../../../local/dev/officeDoc';
import { officeMembers } from '../../../local/dev/officeMembers';

const members = officeMembers();
const named = (name: string) => members.find((member) => member.name === name);

it('knows members however they are named, and since when they are there', () => {
  expect(named('Excel.Range.getResizedRange')).toMatchObject({ set: 'ExcelApi 1.2' });
  // Taken out of an object, not named after a dot.
  expect(named('Excel.WorksheetChangedEventArgs.worksheetId')).toMatchObject({
    set: 'ExcelApi 1.7',
    files: ['signals.ts'],
  });
  expect(named('Office.Addin.setStartupBehavior')).toMatchObject({ set: 'SharedRuntime 1.1' });
  expect(named('CustomFunctions.StreamingInvocation.setResult')).toMatchObject({ set: 'CustomFunctionsRuntime 1.1' });
});

it('uses nothing that an Excel which satisfies the manifest may lack', () => {
  expect(demandedSets().get('ExcelApi')).toBe('1.14');
  expect(unsure(members, demandedSets())).toEqual([]);
});

it('keeps no excuse that nobody needs', () => {
  expect(Object.keys(GUARDED).filter((name) => named(name) === undefined)).toEqual([]);
});

describe('the guard bites', () => {
  it.each(['1.8', '1.13'])('when the manifest demands ExcelApi %s only', (version) => {
    const lower = new Map([...demandedSets(), ['ExcelApi', version]]);
    const complaints = unsure(members, lower);
    expect(complaints.some((text) => text.startsWith('Excel.'))).toBe(version === '1.8');
    if (version === '1.8') expect(complaints).toContain('Excel.Worksheet.getRanges: ExcelApi 1.9');
  });

  it('on a member of a later set, and of a set that nobody demands', () => {
    const member = (set: string) => [{ name: 'Excel.X.y', set, files: [] }];
    expect(unsure(member('ExcelApi 1.15'), demandedSets())).toHaveLength(1);
    expect(unsure(member('ExcelApi 2.0'), demandedSets())).toHaveLength(1);
    expect(unsure(member('RibbonApi 1.1'), demandedSets())).toHaveLength(1);
    expect(unsure(member('ExcelApi 1.14'), demandedSets())).toEqual([]);
  });
});
