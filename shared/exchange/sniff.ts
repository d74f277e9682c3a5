import { NBSP, quote } from '../text/french';
import { containerFormat } from './container';
import { decodeText } from './encoding';
import type { Unusable } from './unusable';
import { isUnusable, unusable } from './unusable';

export type Format = 'xlsx' | 'xls' | 'encrypted' | 'ods' | 'csv' | 'tsv' | 'txt';

/** Bytes looked at to tell text from binary. */
const SAMPLE_LENGTH = 65536;

const WORKBOOK_ENDINGS = ['xlsx', 'xlsm', 'xltx', 'xltm'];

/**
 * What a file is: by its first bytes, then, for a text, by the ending of its name. A name that contradicts the bytes is
 * said in one sentence with the cure. `refuseFormat` says which of the formats cannot be read.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): { readonly format: Format } | Unusable {
  if (bytes.length === 0) {
    return unusable(
      `Le fichier est vide (0${NBSP}octet)${NBSP}: il n'a peut-être pas fini d'être copié. Récupérez-le de nouveau.`,
    );
  }
  const ending = endingOf(fileName);
  const format = containerFormat(bytes);
  if (isUnusable(format)) return format;
  if (format === null) return sniffText(bytes, ending);
  return format === 'xlsx' ? workbook(ending) : { format };
}

/** Why a format that was recognised is not read, and what to do; null for those that are. */
export function refuseFormat(format: Format): Unusable | null {
  switch (format) {
    case 'xls':
      return unusable(
        'Ce fichier est un ancien classeur Excel (.xls). ' +
          'Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis relancez.',
      );
    case 'encrypted':
      return unusable(
        'Ce classeur est protégé par un mot de passe. Ouvrez-le dans Excel, ' +
          'retirez le mot de passe (Fichier > Informations > Protéger le classeur), enregistrez-le, puis relancez.',
      );
    case 'ods':
      return unusable(
        'Ce fichier est un classeur LibreOffice (.ods). ' +
          'Ouvrez-le dans LibreOffice, enregistrez-le au format .xlsx, puis relancez.',
      );
    default:
      return null;
  }
}

function endingOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function workbook(ending: string): { readonly format: Format } | Unusable {
  if (ending === '' || WORKBOOK_ENDINGS.includes(ending)) return { format: 'xlsx' };
  return unusable(
    `Le nom du fichier finit par ${quote(`.${ending}`)}, mais c'est un classeur Excel. ` +
      'Renommez-le en .xlsx, puis relancez.',
  );
}

function sniffText(bytes: Uint8Array, ending: string): { readonly format: Format } | Unusable {
  const decoded = decodeText(sampleOf(bytes));
  if (isUnusable(decoded)) return decoded;
  const markup = markupOf(decoded.text);
  if (markup !== null) return unusable(`Ce fichier est en réalité ${markup}. ${SAVE_AS_WORKBOOK}`);
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt') return { format: ending };
  if (ending === 'tab') return { format: 'tsv' };
  if (ending === '') return unusable(`Le nom du fichier n'a pas de terminaison. ${RENAME}`);
  return unusable(`Le nom du fichier finit par ${quote(`.${ending}`)}, mais c'est du texte. ${RENAME}`);
}

const SAVE_AS_WORKBOOK = 'Ouvrez-le dans Excel, enregistrez-le au format .xlsx, puis relancez.';
const RENAME =
  'Renommez-le en .csv (séparé par des points-virgules ou des virgules), .tsv (par des tabulations) ' +
  "ou .txt (texte d'un PDF), puis relancez.";

/** The beginning of the file up to a line's end, so that no character is cut. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_LENGTH) return bytes;
  let end = SAMPLE_LENGTH;
  while (end > 0 && bytes[end - 1] !== 10) end--;
  // The bytes of a line feed in UTF-16 may be 0A 00: an even count keeps the pairs whole.
  if (end > 1) return bytes.subarray(0, end % 2 === 0 ? end : end - 1);
  for (end = SAMPLE_LENGTH; ((bytes[end] ?? 0) & 0xc0) === 0x80;) end -= 2;
  return bytes.subarray(0, end);
}

/** Web pages and XML under the name of a spreadsheet: what many business applications call an export to Excel. */
function markupOf(text: string): string | null {
  const start = text.slice(0, 2048).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<head|<table|<meta)/.test(start)) return 'une page web';
  if (start.startsWith('<?xml')) return 'un document XML';
  return start.startsWith('{\\rtf') ? 'un document RTF' : null;
}
