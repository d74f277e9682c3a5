import { NBSP, quote } from '../../text/french';
import { concatBytes, textOfBytes } from './bytes';
import { refuse } from './refusal';
import { letter, Tag } from './xmlTag';

/** What a reader of XML hears. Buffers and tags are valid during the call only. */
export interface XmlHandler {
  open(tag: Tag): void;
  /** `tag` is null after a self-closing element. */
  close(name: string, tag: Tag | null): void;
  /** A stretch between tags; `literal` for CDATA, which holds no entities. */
  text(bytes: Uint8Array, start: number, end: number, literal: boolean): void;
  /** All the rest, for those who copy: declarations, comments, CDATA marks. */
  other?(bytes: Uint8Array, start: number, end: number): void;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
const MAX_TOKEN = 2 ** 24;
const MAX_DEPTH = 200;
const NOT_YET = -1;

/**
 * Cuts UTF-8 XML that arrives in pieces into tags and texts. Never holds more than one token and one piece.
 * Refuses (in French, with the part's name) a DTD, unbalanced tags, an endless token.
 */
export class XmlScanner {
  private rest = new Uint8Array(0);
  private waiting: Uint8Array[] = [];
  private waitingSize = 0;
  private readonly stack: string[] = [];
  private rooted = false;
  private readonly tag = new Tag();

  constructor(
    private readonly part: string,
    private readonly handler: XmlHandler,
  ) {}

  push(piece: Uint8Array): void {
    this.waiting.push(piece);
    this.waitingSize += piece.length;
    // A long token is looked at again only when what is known of it has doubled.
    if (this.waitingSize >= this.rest.length) this.scan();
  }

  end(): void {
    this.scan();
    if (this.rest.some((byte) => byte > 32) || this.stack.length > 0 || !this.rooted) this.fail();
    this.handler.text(this.rest, 0, this.rest.length, false);
  }

  fail(): never {
    return refuse(
      `La partie ${quote(this.part)} du classeur est mal formée${NBSP}: ouvrez-le dans Excel et enregistrez-le de nouveau.`,
    );
  }

  private scan(): void {
    const bytes =
      this.rest.length === 0 && this.waiting.length === 1
        ? (this.waiting[0] ?? this.rest)
        : concatBytes([this.rest, ...this.waiting]);
    this.waiting = [];
    this.waitingSize = 0;
    let at = 0;
    while (at < bytes.length) {
      const next = bytes[at] === LT ? this.markup(bytes, at) : this.characters(bytes, at);
      if (next === NOT_YET) break;
      this.refuseEndless(next - at);
      at = next;
    }
    this.rest = bytes.slice(at);
    this.refuseEndless(this.rest.length);
  }

  private refuseEndless(size: number): void {
    if (size <= MAX_TOKEN) return;
    refuse(
      `La partie ${quote(this.part)} contient un texte de plus de 16${NBSP}Mo d'un seul tenant${NBSP}: une cellule d'Excel en tient 32${NBSP}767 caractères.`,
    );
  }

  private characters(bytes: Uint8Array, at: number): number {
    const end = bytes.indexOf(LT, at);
    if (end < 0) return NOT_YET;
    // Outside the root only blanks and a byte order mark are allowed.
    if (this.stack.length === 0 && /[^\s\ufeff]/.test(textOfBytes(bytes, at, end))) this.fail();
    this.handler.text(bytes, at, end, false);
    return end;
  }

  private markup(bytes: Uint8Array, at: number): number {
    const kind = bytes[at + 1];
    if (kind === undefined) return NOT_YET;
    if (kind === 33) return this.declaration(bytes, at);
    if (kind === 63) return this.skip(bytes, at, at + 2, '?>');
    const end = tagEnd(bytes, at);
    if (end === NOT_YET) return NOT_YET;
    if (kind === SLASH) this.closeTag(bytes, at, end);
    else this.openTag(bytes, at, end);
    return end;
  }

  /** After "<!": a comment, CDATA or a DTD. */
  private declaration(bytes: Uint8Array, at: number): number {
    if (bytes.length < at + 9) return NOT_YET;
    const word = textOfBytes(bytes, at + 2, at + 9);
    if (word.startsWith('--')) return this.skip(bytes, at, at + 4, '-->');
    if (word === 'DOCTYPE') {
      refuse(
        `La partie ${quote(this.part)} contient une DTD, qu'aucun classeur n'a le droit d'avoir (norme OOXML) et qui sert aux attaques${NBSP}: le fichier n'est pas lu. Enregistrez-le de nouveau dans Excel.`,
      );
    }
    if (word !== '[CDATA[' || this.stack.length === 0) this.fail();
    const end = endOf(bytes, at + 9, ']]>');
    if (end === NOT_YET) return NOT_YET;
    this.handler.other?.(bytes, at, at + 9);
    this.handler.text(bytes, at + 9, end - 3, true);
    this.handler.other?.(bytes, end - 3, end);
    return end;
  }

  private skip(bytes: Uint8Array, at: number, from: number, mark: string): number {
    const end = endOf(bytes, from, mark);
    if (end !== NOT_YET) this.handler.other?.(bytes, at, end);
    return end;
  }

  private openTag(bytes: Uint8Array, at: number, end: number): void {
    const tag = this.tag;
    tag.selfClosing = bytes[end - 2] === SLASH;
    this.fill(bytes, at, end, at + 1);
    if (this.stack.length === 0 && this.rooted) this.fail();
    this.rooted = true;
    this.stack.push(tag.qualified);
    if (this.stack.length > MAX_DEPTH) this.fail();
    this.handler.open(tag);
    if (!tag.selfClosing) return;
    this.stack.pop();
    this.handler.close(tag.name, null);
  }

  private closeTag(bytes: Uint8Array, at: number, end: number): void {
    this.tag.selfClosing = false;
    this.fill(bytes, at, end, at + 2);
    if (this.stack.pop() !== this.tag.qualified) this.fail();
    this.handler.close(this.tag.name, this.tag);
  }

  private fill(bytes: Uint8Array, start: number, end: number, nameStart: number): void {
    const { tag } = this;
    let at = nameStart;
    let colon = nameStart - 1;
    for (let byte = bytes[at] ?? GT; byte !== GT && byte !== SLASH && byte > 32; byte = bytes[++at] ?? GT) {
      if (byte === COLON) colon = at;
      if (byte === LT || byte === 38) this.fail();
    }
    if (at === nameStart || colon === at - 1) this.fail();
    tag.bytes = bytes;
    tag.start = start;
    tag.end = end;
    tag.qualified = nameOf(bytes, nameStart, at);
    tag.name = colon < nameStart ? tag.qualified : nameOf(bytes, colon + 1, at);
  }
}

/** Past the ">" that ends the tag at `at` (a ">" between quotes does not), or NOT_YET. */
function tagEnd(bytes: Uint8Array, at: number): number {
  let quoted = 0;
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0;
    } else if (byte === GT) return i + 1;
    else if (byte === 34 || byte === 39) quoted = byte;
  }
  return NOT_YET;
}

function endOf(bytes: Uint8Array, from: number, mark: string): number {
  for (let at = bytes.indexOf(mark.charCodeAt(0), from); at >= 0; at = bytes.indexOf(mark.charCodeAt(0), at + 1)) {
    if (at + mark.length > bytes.length) return NOT_YET;
    if (textOfBytes(bytes, at, at + mark.length) === mark) return at + mark.length;
  }
  return NOT_YET;
}

/** Names are ASCII in every part that is read. */
function nameOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start === 1) return letter(bytes[start] ?? 0);
  return textOfBytes(bytes, start, end);
}
