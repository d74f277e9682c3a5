import { NBSP } from '../../shared/text';
import { book } from './book';

/** What the server knows of where it runs; nothing that names a person or a file. */
export function diagnostic(): string[] {
  const one = book();
  return [
    `Langue du classeur${NBSP}: ${one.getSpreadsheetLocale()}`,
    `Fuseau du classeur${NBSP}: ${one.getSpreadsheetTimeZone()}`,
  ];
}
