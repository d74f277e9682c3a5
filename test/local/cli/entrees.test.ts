import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { refuseRead, refuseWrite } from '../../../local/cli/files';
import { annexe, annexeAsNobody, buildBundle, seed, workplace } from './bundle';
import { annexeRows, HEADER, rewritePart, ROW, workbookOf } from './workbooks';

beforeAll(buildBundle, 180_000);
const { path } = workplace();

/** What `controler` answers to a file with these bytes: one sentence on one paragraph, never a stack. */
function answer(name: string, bytes: string | Uint8Array, ...options: string[]): string {
  writeFileSync(path(name), bytes);
  return refusal(['controler', path(name), ...options]);
}

function refusal(words: string[]): string {
  const { code, out, err } = annexe(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toMatch(/\bat .*\.js:|Error:|undefined|\[object/);
  return err.replace(/\s+/g, ' ').trim();
}

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** An OLE2 file whose directory, after the header, names one stream. */
function ole2(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096);
  Buffer.from(OLE2).copy(bytes);
  bytes.write(stream, 1024, 'utf16le');
  return bytes;
}

describe('a file that cannot be an annexe', () => {
  it.each([
    ['empty.xlsx', '', 'Le fichier est vide (0 octet)'],
    ['blank.csv', '\n \n', 'est vide'],
    ['old.xls', ole2('Workbook'), 'un ancien classeur Excel (.xls)'],
    ['locked.xlsx', ole2('EncryptedPackage'), 'protégé par un mot de passe'],
    ['cut.xlsx', readFileSync(seed('xlsx')).subarray(0, 5000), 'incomplet'],
    ['page.xlsx', '<html><table></table></html>', 'une page web'],
    ['scan.pdf', '%PDF-1.7\n%âãÏÓ\n', 'un PDF'],
    ['binary.csv', Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) % 256), "n'est pas du texte"],
    ['text.xlsx', 'Réf;Objectif;BOP\nx;y;z\n', '.csv'],
    ['workbook.csv', readFileSync(seed('xlsx')), '.xlsx'],
    ['noending', 'Réf;Objectif;BOP\nx;y;z\n', 'terminaison'],
    ['letter.xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') }), 'Word'],
    ['other.xlsx', zipSync({ 'readme.txt': strToU8('bonjour') }), 'zip'],
  ])('%s', (name, bytes, said) => {
    expect(answer(name, bytes)).toContain(said);
  });

  it('a sheet without header: what was looked for, where, and what was understood', () => {
    const said = answer('list.csv', 'Objectif;Nom;Prénom\nx;y;z\n');
    expect(said).toContain('dans les 60 premières lignes');
    expect(said).toContain('« Objectif opérationnel »');
    expect(said).toContain('Titres reconnus : « Objectif »');
  });

  it('a folder, a name that does not exist', () => {
    mkdirSync(path('folder.xlsx'));
    expect(refusal(['controler', path('folder.xlsx')])).toContain('est un dossier');
    expect(refusal(['controler', path('nowhere.xlsx')])).toContain('n’existe pas');
    expect(refusal(['controler', `${seed('xlsx')}/inside.xlsx`])).toContain('n’existe pas');
  });

  it('a file without permission', () => {
    writeFileSync(path('secret.csv'), 'x');
    chmodSync(path('secret.csv'), 0);
    const { code, out, err } = annexeAsNobody(['controler', path('secret.csv')], path('.'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain('vous n’en avez pas le droit');
  });

  it('has a sentence for each failure of the file system, and lets defects through', () => {
    const failure = (code: string): Error => Object.assign(new Error('technical'), { code });
    expect(() => refuseRead('a.csv', failure('EACCES'))).toThrow(/vous n’en avez pas le droit/);
    expect(() => refuseRead('a.csv', failure('EIO'))).toThrow(/ne peut pas être lu \(EIO\)/);
    expect(() => refuseWrite('a.csv', failure('ENOSPC'))).toThrow(/le disque est plein/);
    expect(() => refuseRead('a.csv', new TypeError('a defect'))).toThrow(TypeError);
  });
});

describe('a workbook with several sheets', () => {
  const annexeSheet = (name: string) => ({ name, rows: annexeRows(ROW) });
  const notes = { name: 'Notes', rows: [['à faire'], ['relire']] };
  const hide = (bytes: Uint8Array, name: string): Uint8Array =>
    rewritePart(bytes, 'xl/workbook.xml', (xml) => xml.replace(`name="${name}"`, `name="${name}" state="hidden"`));
  const two = workbookOf(annexeSheet('Ville'), notes, annexeSheet('État'));

  it('finds the only annexe', () => {
    writeFileSync(path('one.xlsx'), workbookOf(notes, annexeSheet('Ville')));
    expect(annexe(['controler', path('one.xlsx')])).toMatchObject({ code: 0, err: '' });
  });

  it('lists two annexes and asks which one', () => {
    const said = answer('two.xlsx', two);
    expect(said).toContain('2 annexes : « Ville » et « État »');
    expect(said).toContain('--feuille');
    const { code, out } = annexe(['controler', path('two.xlsx'), '--feuille', 'État', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ annexe: { feuille: 'État' } });
  });

  it('leaves hidden sheets alone, unless one is named', () => {
    writeFileSync(path('hidden.xlsx'), hide(two, 'État'));
    expect(JSON.parse(annexe(['controler', path('hidden.xlsx'), '--format', 'json']).out)).toMatchObject({
      annexe: { feuille: 'Ville' },
    });
    expect(annexe(['controler', path('hidden.xlsx'), '--feuille', 'État']).code).toBe(0);
    const said = answer('all-hidden.xlsx', hide(workbookOf(notes, annexeSheet('Ville')), 'Ville'));
    expect(said).toContain('Feuilles masquées, non lues : « Ville »');
  });

  it('names the sheets there are when the one asked for is not there', () => {
    expect(answer('two.xlsx', two, '--feuille', 'Vile')).toContain(
      'feuilles présentes : « Ville », « Notes », « État »',
    );
    expect(answer('flat.csv', `${HEADER.join(';')}\n`, '--feuille', 'Ville')).toContain('retirez --feuille');
  });

  it('says that hidden rows are checked too', () => {
    const bytes = rewritePart(workbookOf(annexeSheet('Ville')), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<row r="4"', '<row r="4" hidden="1"'),
    );
    writeFileSync(path('filtered.xlsx'), bytes);
    const { code, err } = annexe(['controler', path('filtered.xlsx')]);
    expect({ code, err }).toEqual({ code: 0, err: 'ℹ 1 ligne masquée est contrôlée comme les autres.\n' });
  });

  it('reads a protected sheet, and a Quartiers 2030 title as the millésime 2024', () => {
    const rows = [['Engagements Quartiers 2030 (2024-2030)'], ...annexeRows(ROW)];
    writeFileSync(path('2030.xlsx'), workbookOf({ name: 'Annexe', rows }));
    expect(JSON.parse(annexe(['controler', path('2030.xlsx'), '--format', 'json']).out)).toMatchObject({
      annexe: { millesime: 2024 },
    });
  });
});

describe('big or hostile files', () => {
  it('a cell of 1 MB and a very wide row stay readable', () => {
    const wide = `${HEADER.join(';')}${';x'.repeat(50_000)}\n`;
    const cell = `PCOS_AS1_OO1;${'a '.repeat(500_000)};163;DDCSPP\n`;
    writeFileSync(path('big.csv'), wide + cell);
    const { code, out } = annexe(['controler', path('big.csv')]);
    expect(code).toBeLessThan(2);
    expect(out).toContain('ref-lettre');
  });

  it('an entity bomb is refused', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const bytes = rewritePart(
      workbookOf({ name: 'Annexe', rows: annexeRows(ROW) }),
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('<worksheet', `${bomb}<worksheet`),
    );
    expect(answer('bomb.xlsx', bytes)).toMatch(/\.$/);
  });
});
