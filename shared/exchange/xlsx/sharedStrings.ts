import { NBSP } from '../../text/french';
import type { OnStep } from './inflate';
import { scanPart } from './parts';
import { refuse } from './refusal';
import { RichText } from './richText';
import type { Archive, Entry } from './zip';

/** Characters of all shared texts together: 512 MB in memory. */
const MAX_CHARACTERS = 2 ** 28;

/** The texts that cells name by their number. */
export function readSharedStrings(archive: Archive, entry: Entry, onStep?: OnStep): readonly string[] {
  const strings: string[] = [];
  const text = new RichText();
  let characters = 0;
  scanPart(
    archive,
    entry,
    {
      open: (tag) => text.open(tag.name),
      text: (bytes, start, end, literal) => text.add(bytes, start, end, literal),
      close: (name) => {
        text.close(name);
        if (name !== 'si') return;
        const string = text.take();
        characters += string.length;
        if (characters > MAX_CHARACTERS)
          refuse(
            `Les textes de ce classeur dépassent 268${NBSP}millions de caractères${NBSP}: découpez-le en plusieurs classeurs.`,
          );
        strings.push(string);
      },
    },
    onStep,
  );
  return strings;
}
