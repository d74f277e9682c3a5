import { NBSP } from '../text/french';
import type { Unusable } from './unusable';
import { unusable } from './unusable';

type ContainerFormat = 'xlsx' | 'xls' | 'encrypted' | 'ods';

/** First bytes of files that are no annexe, with what they are called. */
const FOREIGN: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'un PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'une image (PNG)'],
  [[0xff, 0xd8, 0xff], 'une image (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'une image (GIF)'],
  [[0x49, 0x49, 0x2a, 0x00], 'une image (TIFF)'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'une image (TIFF)'],
  [[0x1f, 0x8b], 'une archive (gzip)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'une archive (7z)'],
  [[0x52, 0x61, 0x72, 0x21], 'une archive (RAR)'],
];

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** What the first bytes tell: a workbook of some kind, a file that cannot be an annexe, or null (perhaps a text). */
export function containerFormat(bytes: Uint8Array): ContainerFormat | Unusable | null {
  if (holds(bytes, 0, OLE2)) return ole2Format(bytes);
  if (holds(bytes, 0, ZIP) && (bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9) return zipFormat(bytes);
  const foreign = FOREIGN.find(([magic]) => holds(bytes, 0, magic));
  if (!foreign) return null;
  const cure =
    foreign[1] === 'un PDF'
      ? 'Copiez le texte du tableau dans un fichier .txt'
      : "Donnez l'annexe au format .xlsx, .csv, .tsv ou .txt";
  return unusable(`Ce fichier est ${foreign[1]}, pas un tableau. ${cure}, puis relancez.`);
}

/** An OLE2 file names its streams in UTF-16, in directory entries of 128 bytes (MS-CFB 2.6.1). */
function ole2Format(bytes: Uint8Array): ContainerFormat | Unusable {
  const streams = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'].filter((name) => hasStream(bytes, name));
  if (streams.includes('EncryptedPackage')) return 'encrypted';
  if (streams.includes('Workbook') || streams.includes('Book')) return 'xls';
  const what = streams.includes('WordDocument') ? 'un ancien document Word (.doc)' : 'un ancien document Office';
  return unusable(
    `Ce fichier est ${what}, pas un classeur. Copiez le tableau dans Excel, enregistrez-le au format .xlsx, puis relancez.`,
  );
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const units: number[] = [];
  for (const character of name) units.push(character.charCodeAt(0), 0);
  units.push(0, 0);
  for (let at = 512; at < bytes.length; at += 128) if (holds(bytes, at, units)) return true;
  return false;
}

function zipFormat(bytes: Uint8Array): ContainerFormat | Unusable {
  const names = zipNames(bytes);
  if (names === null) {
    return unusable(
      `Ce classeur est incomplet${NBSP}: la fin du fichier manque. Récupérez-le de nouveau, puis relancez.`,
    );
  }
  if (names.includes('xl/workbook.bin')) {
    return unusable(
      'Ce fichier est un classeur binaire (.xlsb). Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis relancez.',
    );
  }
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('word/'))) {
    return unusable(
      'Ce fichier est un document Word (.docx). Copiez le tableau dans Excel, enregistrez-le au format .xlsx, puis relancez.',
    );
  }
  if (names.includes('mimetype') && names.includes('content.xml')) return openDocument(bytes);
  return unusable(
    "Ce fichier est une archive zip, pas un classeur. Donnez le fichier qu'elle contient (.xlsx, .csv, .tsv ou .txt).",
  );
}

/** The first entry of an OpenDocument file is its media type, not compressed (ODF 1.2 part 3, §3.3). */
function openDocument(bytes: Uint8Array): ContainerFormat | Unusable {
  const type = latin(bytes, 38, Math.min(bytes.length, 38 + 60));
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  return unusable(
    'Ce fichier est un document LibreOffice, pas un classeur. Copiez le tableau dans un classeur .xlsx, puis relancez.',
  );
}

/** End of central directory record: 22 bytes, before a comment of at most 65,535. */
const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
const ENTRY = [0x50, 0x4b, 0x01, 0x02];

/** The entries' names, from the directory at the end; null when the file has no end. */
function zipNames(bytes: Uint8Array): readonly string[] | null {
  let end = bytes.length - 22;
  const limit = Math.max(0, end - 65535);
  while (end >= limit && !holds(bytes, end, END_RECORD)) end--;
  if (end < limit) return null;
  const count = short(bytes, end + 10);
  const names: string[] = [];
  let at = short(bytes, end + 16) + short(bytes, end + 18) * 65536;
  for (let index = 0; index < count && holds(bytes, at, ENTRY); index++) {
    const length = short(bytes, at + 28);
    names.push(latin(bytes, at + 46, at + 46 + length));
    at += 46 + length + short(bytes, at + 30) + short(bytes, at + 32);
  }
  return names;
}

function short(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  // Some programs write the paths of a workbook the Windows way.
  return text.replace(/\\/g, '/');
}

function holds(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}
