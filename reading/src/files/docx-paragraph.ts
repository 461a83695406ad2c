import type { SourceParagraph } from '../document/source-document.ts';
import type { WordProperties } from './docx-styles.ts';
import { fromLegacyFont, legacyFontOf, unicodeOnly } from './legacy-fonts.ts';
import { cleanText } from './text-decoding.ts';

/** A stretch of text of one look; `\n` is a line break inside the paragraph. */
export interface Piece {
  text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly font: string;
}

const twipsPerStep = 567;
const startsItem = /^(?:[-–•+*]\s|\d{1,3}(?:\.\d{1,2})*[.)]\s|[a-zđ][.)]\s|[IVX]{1,6}\.\s)/u;

/**
 * The paragraphs a Word paragraph stands for: one, or several where its line breaks separate items or the lines
 * of a heading. `label` is the number Word counts.
 */
export function finishParagraph(
  pieces: readonly Piece[],
  label: string,
  look: Readonly<WordProperties>,
): SourceParagraph[] {
  const text = unicodeText(pieces);
  const lines = splitLines(text, look.align === 'center');
  const { bold, italic } = usualLook(pieces);
  const indent = Math.min(4, Math.max(0, Math.round(((look.left ?? 0) + (look.firstLine ?? 0)) / twipsPerStep)));
  return lines.flatMap((line, at) => {
    const whole = at === 0 && label !== '' && line !== '' ? `${label} ${line}` : line;
    if (whole === '') return [];
    return [
      {
        kind: 'paragraph',
        text: whole,
        align: alignOf(look.align),
        indent,
        bold,
        italic,
        beginsSurely: true,
        endsSurely: true,
      },
    ];
  });
}

/** Bold or italic is what more than nine tenths of the letters are. */
function usualLook(pieces: readonly Piece[]): { readonly bold: boolean; readonly italic: boolean } {
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

/** Joins the pieces, turning stretches in a legacy font into Unicode. */
function unicodeText(pieces: readonly Piece[]): string {
  let text = '';
  for (let at = 0; at < pieces.length;) {
    const font = pieces[at]?.font ?? '';
    const capitals = pieces[at]?.capitals ?? false;
    let stretch = '';
    // A letter and its mark may stand in two runs.
    for (; at < pieces.length && pieces[at]?.font === font && pieces[at]?.capitals === capitals; at += 1)
      stretch += pieces[at]?.text ?? '';
    const legacy = font === '' ? null : legacyFontOf(font);
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
