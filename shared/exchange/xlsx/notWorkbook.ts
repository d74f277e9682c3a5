import { NBSP } from '../../text/french';
import { textOfBytes } from './bytes';
import type { Archive } from './zip';
import { findPart } from './parts';

const SAVE_AS = `ouvrez-le dans Excel et enregistrez-le au format «${NBSP}Classeur Excel (.xlsx)${NBSP}»`;

/** What the bytes are when they are not even a zip archive; null when they may be one. */
export function notArchive(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return `Ce fichier est vide (0${NBSP}octet)${NBSP}: choisissez un classeur .xlsx.`;
  const start = textOfBytes(bytes, 0, Math.min(bytes.length, 512));
  // "PK" alone: a zip cut after its second byte is still a zip.
  if (start.startsWith('PK')) return null;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return compound(bytes);
  if (start.startsWith('%PDF'))
    return `Ce fichier est un PDF, pas un classeur${NBSP}: copiez-en le texte et importez-le comme texte.`;
  if (/^\s*<(!doctype html|html|table|\?xml)/i.test(start)) {
    return `Ce fichier est une page web ou du XML sous un nom de classeur${NBSP}: ${SAVE_AS}.`;
  }
  return `Ce fichier n'est pas un classeur .xlsx${NBSP}: vérifiez que c'est le bon fichier, ou ${SAVE_AS}.`;
}

/** An OLE compound file: an old .xls, or an .xlsx with a password (its stream is named EncryptedPackage, in UTF-16). */
function compound(bytes: Uint8Array): string {
  const name = Uint8Array.from('EncryptedPackage'.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(69); at >= 0; at = bytes.indexOf(69, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) {
      return `Ce classeur est protégé par un mot de passe${NBSP}: ouvrez-le dans Excel, retirez le mot de passe et enregistrez-le.`;
    }
  }
  return `Ce fichier est à l'ancien format d'Excel (.xls)${NBSP}: ${SAVE_AS}.`;
}

/** What a zip archive without a readable workbook is. */
export function otherArchive(archive: Archive): string {
  const has = (name: string): boolean => findPart(archive, name) !== null;
  if (has('word/document.xml'))
    return `Ce fichier est un document Word, pas un classeur${NBSP}: copiez-en le tableau dans Excel.`;
  if (has('ppt/presentation.xml'))
    return `Ce fichier est une présentation PowerPoint, pas un classeur${NBSP}: choisissez un classeur .xlsx.`;
  if (has('xl/workbook.bin')) return `Ce classeur est au format binaire (.xlsb)${NBSP}: ${SAVE_AS}.`;
  if (has('mimetype') && has('content.xml')) {
    return `Ce fichier est au format OpenDocument (.ods ou .odt)${NBSP}: ouvrez-le dans LibreOffice et enregistrez-le au format .xlsx.`;
  }
  return `Cette archive zip ne contient pas de classeur Excel${NBSP}: vérifiez que c'est le bon fichier.`;
}
