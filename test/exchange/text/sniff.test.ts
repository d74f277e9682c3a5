import type { Format } from '../../../shared/exchange';
import { isUnusable, refuseFormat, sniffFormat } from '../../../shared/exchange';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A zip with empty stored entries (or `content` in the first), enough for its directory to be read. */
function zipOf(names: readonly string[], content = ''): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  names.forEach((name, index) => {
    const data = Buffer.from(index === 0 ? content : '');
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 0, 'latin1');
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), data);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** An OLE2 file: header of 512 bytes, then one directory entry of 128 bytes per stream. */
function ole2Of(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 + 128 * streams.length);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  streams.forEach((name, index) => file.write(name, 512 + 128 * index, 'utf16le'));
  return new Uint8Array(file);
}

const WORKBOOK = zipOf(['[Content_Types].xml', 'xl/workbook.xml']);

function message(bytes: Uint8Array, name: string): string {
  const result = sniffFormat(bytes, name);
  if (!isUnusable(result)) throw new Error(`taken for ${result.format}`);
  return result.message;
}

describe('sniffFormat', () => {
  test.each<[Format, string, Uint8Array]>([
    ['xlsx', 'annexe.xlsx', WORKBOOK],
    ['xlsx', 'ANNEXE 7.v2.XLSM', WORKBOOK],
    ['xlsx', 'sans terminaison', WORKBOOK],
    ['xlsx', 'windows.xlsx', zipOf(['xl\\workbook.xml'])],
    ['ods', 'annexe.ods', zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.spreadsheet')],
    ['xls', 'annexe.xls', ole2Of('Root Entry', 'Workbook')],
    ['xls', 'excel 5.xls', ole2Of('Root Entry', 'Book')],
    ['xls', 'annexe.xlsx', ole2Of('Root Entry', 'Workbook')],
    ['encrypted', 'annexe.xlsx', ole2Of('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    ['csv', 'annexe.csv', bytesOf('R\xe9f;Objectif')],
    ['tsv', 'dossier.v2/annexe.TSV', bytesOf('Ref\tObjectif')],
    ['tsv', 'annexe.tab', bytesOf('Ref\tObjectif')],
    ['txt', 'annexe.txt', bytesOf('Annexe 7')],
  ])('%s: %s', (format, name, bytes) => {
    expect(sniffFormat(bytes, name)).toEqual({ format });
  });

  test.each<[string, string, Uint8Array]>([
    ['vide', 'annexe.xlsx', bytesOf('')],
    ['Renommez-le en .xlsx', 'annexe.csv', WORKBOOK],
    ['Renommez-le en .xlsx', 'annexe.xls', WORKBOOK],
    ['Renommez-le en .csv', 'annexe.xlsx', bytesOf('Ref;Objectif')],
    ["n'a pas de terminaison", 'annexe', bytesOf('Ref;Objectif')],
    ['incomplet', 'annexe.xlsx', WORKBOOK.subarray(0, WORKBOOK.length - 30)],
    ['.xlsb', 'annexe.xlsb', zipOf(['xl/workbook.bin'])],
    ['Word', 'annexe.docx', zipOf(['word/document.xml'])],
    ['archive zip', 'annexe.zip', zipOf(['annexe.xlsx'])],
    ['LibreOffice', 'a.odt', zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text')],
    ['Word (.doc)', 'annexe.doc', ole2Of('Root Entry', 'WordDocument')],
    ['un PDF', 'annexe.pdf', bytesOf('%PDF-1.7\n')],
    ['PNG', 'annexe.csv', bytesOf('\x89PNG\r\n\x1a\n')],
    ['JPEG', 'photo.jpg', bytesOf('\xff\xd8\xff\xe0')],
    ['une page web', 'export.xls', bytesOf('\r\n<html><table><tr><td>Ref')],
    ['un document XML', 'export.xls', bytesOf('<?xml version="1.0"?><Workbook/>')],
    ["n'est pas du texte", 'annexe.csv', bytesOf('\x7fELF\x02\x01\x01\x00\x00\x00')],
  ])('%s (%s)', (words, name, bytes) => {
    expect(message(bytes, name)).toContain(words);
  });

  test('a large text is judged on whole characters, with or without lines', () => {
    for (const text of [`a${'é'.repeat(60000)}`, `é${'à;b\n'.repeat(40000)}`, `a${'𝒳'.repeat(40000)}`]) {
      expect(sniffFormat(new Uint8Array(Buffer.from(text)), 'a.csv')).toEqual({ format: 'csv' });
      expect(sniffFormat(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')), 'a.csv')).toEqual({ format: 'csv' });
    }
  });
});

describe('refuseFormat', () => {
  test('each format that is not read has its sentence and its cure', () => {
    expect(refuseFormat('xls')?.message).toBe(
      'Ce fichier est un ancien classeur Excel (.xls). Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis relancez.',
    );
    expect(refuseFormat('encrypted')?.message).toContain('mot de passe');
    expect(refuseFormat('ods')?.message).toContain('LibreOffice');
    for (const format of ['xlsx', 'csv', 'tsv', 'txt'] as const) expect(refuseFormat(format)).toBeNull();
  });
});
