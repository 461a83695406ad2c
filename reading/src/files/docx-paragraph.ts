import type { SourceParagraph } from '../document/source-document.ts';
import { fromLegacyFont, legacyFontOf, unicodeOnly } from './legacy-fonts.ts';
import { symbolText } from './docx-symbols.ts';
import { cleanText } from './text-decoding.ts';

/** A stretch of text of one look; `\n` is a line break inside the paragraph. */
export interface Piece {
  text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  /** Empty where the file names none. */
  readonly font: string;
}

/** How a paragraph is set; lengths in twips (1/1440 inch). */
export interface ParagraphLook {
  readonly align: string | undefined;
  readonly left: number;
  readonly firstLine: number;
}

const twipsPerStep = 567;
const startsItem = /^(?:[-–•+*]\s|\d{1,3}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,6}\.\s)/u;

/**
 * The paragraphs a Word paragraph stands for: one, or several where its line breaks separate items or the lines
 * of a heading. `label` is the number Word counts.
 */
export function finishParagraph(pieces: readonly Piece[], label: string, look: ParagraphLook): SourceParagraph[] {
  const text = plainText(pieces, label);
  const lines = text === null ? printedLines(pieces, label, look).filter((line) => line !== '') : null;
  if (text === '' || lines?.length === 0) return [];
  const set = {
    align: alignOf(look.align),
    indent: Math.min(4, Math.max(0, Math.round((look.left + look.firstLine) / twipsPerStep))),
    ...usualLook(pieces),
  };
  return text === null ? (lines ?? []).map((line) => paragraphOf(line, set)) : [paragraphOf(text, set)];
}

function paragraphOf(
  text: string,
  { align, indent, bold, italic }: Pick<SourceParagraph, 'align' | 'indent' | 'bold' | 'italic'>,
): SourceParagraph {
  return { kind: 'paragraph', text, align, indent, bold, italic, beginsSurely: true, endsSurely: true };
}

/** Bold or italic is what more than nine tenths of the letters are. */
function usualLook(pieces: readonly Piece[]): { readonly bold: boolean; readonly italic: boolean } {
  if (!pieces.some((piece) => piece.bold || piece.italic)) return { bold: false, italic: false };
  let bold = 0;
  let italic = 0;
  let all = 0;
  for (const piece of pieces) {
    const letters = piece.text.trim().length;
    all += letters;
    if (piece.bold) bold += letters;
    if (piece.italic) italic += letters;
  }
  return { bold: bold > all * 0.9, italic: italic > all * 0.9 };
}

function alignOf(value: string | undefined): SourceParagraph['align'] {
  if (value === 'center' || value === 'right') return value;
  if (value === 'end') return 'right';
  return value === 'both' || value === 'distribute' ? 'justify' : 'left';
}

/** What a plain text has none of: signs that are not usual, and white space other than the blank. */
const unusual = /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e]/;

/** Label and pieces joined, where that is all there is to do, as with most paragraphs; else null. */
function plainText(pieces: readonly Piece[], label: string): string | null {
  let text = label === '' ? '' : `${label} `;
  const begin = text.length;
  for (const piece of pieces) {
    if (piece.capitals || legacyFontOf(piece.font) !== null) return null;
    text += piece.text;
  }
  if (text.length === begin) return '';
  return unusual.test(text) || text.includes('  ') || text.startsWith(' ') || text.endsWith(' ') ? null : text;
}

function printedLines(pieces: readonly Piece[], label: string, look: ParagraphLook): string[] {
  const [first = '', ...rest] = splitLines(unicodeText(pieces), look.align === 'center');
  return [label !== '' && first !== '' ? `${label} ${first}` : first, ...rest];
}

const symbols = /[\uf000-\uf0ff]/g;

/** Joins the pieces, turning stretches in a legacy font into Unicode and the letters of symbol fonts into signs. */
function unicodeText(pieces: readonly Piece[]): string {
  let text = '';
  for (let at = 0; at < pieces.length;) {
    const legacy = legacyFontOf(pieces[at]?.font ?? '');
    const capitals = pieces[at]?.capitals ?? false;
    let stretch = '';
    // A letter and its mark may stand in two runs.
    for (; at < pieces.length; at += 1) {
      const piece = pieces[at] as Piece;
      const own = legacyFontOf(piece.font);
      if (piece.capitals !== capitals || own?.font !== legacy?.font || own?.capitals !== legacy?.capitals) break;
      stretch += piece.text.replace(symbols, (sign) => symbolText(sign.charCodeAt(0), piece.font));
    }
    // In a document half converted by hand the font may be old and the text already Unicode.
    const mend = legacy !== null && !unicodeOnly.test(stretch);
    if (mend) stretch = fromLegacyFont(stretch, legacy.font);
    if (capitals || (mend && legacy.capitals)) stretch = stretch.toUpperCase();
    text += stretch;
  }
  return cleanText(text);
}

function splitLines(text: string, centred: boolean): string[] {
  if (!text.includes('\n')) return [squeeze(text)];
  const raw = text.split('\n').map(squeeze);
  const lines: string[] = [];
  for (const line of raw) {
    const above = lines.at(-1);
    if (above === undefined || line === '') {
      if (line !== '' || above === undefined) lines.push(line);
      continue;
    }
    const ownLine =
      startsItem.test(line) ||
      startsItem.test(above) ||
      above.endsWith(':') ||
      above === '' ||
      (centred && isCapitals(above));
    if (ownLine) lines.push(line);
    else lines[lines.length - 1] = `${above} ${line}`;
  }
  return lines;
}

/** One blank between words and none at the edges; most lines are so already. */
function squeeze(line: string): string {
  return /[^\S ]| {2}|^ | $/.test(line) ? line.replace(/\s+/g, ' ').trim() : line;
}

function isCapitals(text: string): boolean {
  return text.length < 60 && text === text.toUpperCase() && /\p{L}/u.test(text);
}
