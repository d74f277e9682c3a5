import { NBSP } from '../../text/french';
import { refuse } from './refusal';
import { decodeExcelEscapes, decodeXml } from './xmlText';

/** Gathers the characters of a shared or inline text: its runs end to end, phonetic readings (rPh) left out. */
export class RichText {
  private text = '';
  private inText = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    this.inText = name === 't' && this.phonetic === 0;
  }

  add(bytes: Uint8Array, start: number, end: number, literal: boolean): void {
    if (this.inText) this.text += xmlText(bytes, start, end, literal);
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    if (name === 't') this.inText = false;
  }

  /** What was gathered since the last time. */
  take(): string {
    const text = decodeExcelEscapes(this.text);
    this.text = '';
    return text;
  }
}

/** The characters of a stretch between tags; refuses an entity that only a DTD could explain. */
export function xmlText(bytes: Uint8Array, start: number, end: number, literal: boolean): string {
  const text = decodeXml(bytes, start, end, literal);
  return (
    text ??
    refuse(
      `Ce classeur contient une entité XML inconnue ou un «${NBSP}&${NBSP}» isolé${NBSP}: ouvrez-le dans Excel et enregistrez-le de nouveau.`,
    )
  );
}
