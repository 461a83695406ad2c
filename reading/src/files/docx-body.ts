import type { SourceBlock } from '../document/source-document.ts';
import { OpenTable } from './docx-tables.ts';
import { finishParagraph } from './docx-paragraph.ts';
import type { Piece } from './docx-paragraph.ts';
import type { Numbering } from './docx-numbering.ts';
import { propertyNames, readProperty } from './docx-styles.ts';
import type { StyleResolver, WordProperties } from './docx-styles.ts';
import { symbolText } from './docx-symbols.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';
import { legacyFontOf } from './legacy-fonts.ts';
import { walkXml } from './xml-events.ts';

interface OpenParagraph {
  readonly own: WordProperties;
  readonly pieces: Piece[];
  /** What the run at hand says of itself; null where it says nothing. */
  run: WordProperties | null;
  /** The paragraph mark was deleted in a tracked change: its text runs on into the next paragraph. */
  joinsNext: boolean;
  /** A page break stands in the paragraph, after some of its words. */
  breakAfter: boolean;
}

interface Field {
  code: string;
  showing: boolean;
}

type Meaning =
  'unseen' | 'choices' | 'choice' | 'paragraph' | 'run' | 'text' | 'table' | 'row' | 'cell' | 'frame' | 'inline';

const all = (meaning: Meaning, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, meaning] as const));

/** The elements that change what is read; all others (sizes, colours, languages) are passed by. */
const meanings: Readonly<Record<string, Meaning>> = {
  'w:p': 'paragraph',
  'w:r': 'run',
  'w:t': 'text',
  'm:t': 'text',
  'w:instrText': 'text',
  'w:tbl': 'table',
  'w:tr': 'row',
  'w:tc': 'cell',
  'mc:AlternateContent': 'choices',
  'mc:Choice': 'choice',
  'mc:Fallback': 'choice',
  ...all('frame', ['w:pPr', 'w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr']),
  ...all('inline', propertyNames),
  ...all('inline', ['w:tblHeader', 'w:gridBefore', 'w:gridSpan', 'w:vMerge', 'w:tab', 'w:ptab', 'w:noBreakHyphen']),
  ...all('inline', ['w:softHyphen', 'w:cr', 'w:sym', 'w:br', 'w:lastRenderedPageBreak', 'w:fldChar']),
  // What a reader with all changes accepted does not see, and records of how things looked before a change.
  ...all('unseen', ['w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange', 'w:tblPrChange', 'w:tcPrChange']),
  ...all('unseen', ['w:trPrChange', 'w:tblPrExChange', 'w:sectPrChange', 'w:numberingChange', 'w:sdtPr', 'w:rt']),
  ...all('unseen', ['w:tblGrid', 'w:comment', 'w:tblPr']),
};

/** A tag's name is looked up once: names from this table compare at once, those fresh from the parser by letters. */
const known = new Map(Object.entries(meanings).map(([name, meaning]) => [name, { name, meaning }]));

/**
 * The blocks of word/document.xml in reading order. Changes count as accepted; hidden text, notes, comments,
 * headers and tables of contents are left out; a text box stands before the paragraph it is anchored in, once.
 */
export function readBody(
  bytes: Uint8Array,
  styles: StyleResolver,
  numbering: Numbering,
): { blocks: SourceBlock[]; pages: number | null } {
  const blocks: SourceBlock[] = [];
  const tables: OpenTable[] = [];
  const paragraphs: OpenParagraph[] = [];
  const fields: Field[] = [];
  const stack: string[] = [];
  const choices: boolean[] = [];
  const counts = { paragraphs: 0, characters: 0, page: 1, renderedPages: 0 };
  let skipDepth = 0;
  let collecting = false;
  let carried: Piece[] = [];

  const emit = (block: SourceBlock) => {
    const table = tables.at(-1);
    if (table) table.take(block);
    else blocks.push(block);
  };
  const breakPage = () => {
    if (tables.length === 0) blocks.push({ kind: 'page_break', number: counts.page });
    counts.page += 1;
  };
  const visible = () => fields.every((field) => field.showing && !/^\s*(?:TOC|PAGEREF)\b/.test(field.code));

  const addText = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || text === '' || !visible()) return;
    const direct = paragraph.run;
    const base = styles(paragraph.own.style);
    let look: Readonly<WordProperties> = base;
    if (direct?.style !== undefined) {
      const own = styles(direct.style);
      look = { ...base, ...own, ...direct, bold: direct.bold ?? (own.bold === true || base.bold === true) };
    } else if (direct !== null) look = { ...base, ...direct };
    if (look.hidden) return;
    counts.characters += text.length;
    if (counts.characters > fileLimits.characters)
      throw new FileRefused('files.too_much_text', { limit: fileLimits.characters, unit: 'ký tự' });
    const font = look.font ?? '';
    const shown = /[\uf000-\uf0ff]/.test(text)
      ? text.replace(/[\uf000-\uf0ff]/g, (sign) => symbolText(sign.charCodeAt(0), font))
      : text;
    paragraph.pieces.push({
      text: shown,
      bold: look.bold ?? false,
      italic: look.italic ?? false,
      capitals: look.capitals ?? false,
      font: legacyFontOf(font) ? font : '',
    });
  };

  const closeParagraph = () => {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    counts.paragraphs += 1;
    if (counts.paragraphs > fileLimits.paragraphs)
      throw new FileRefused('files.too_much_text', { limit: fileLimits.paragraphs, unit: 'đoạn' });
    const base = styles(paragraph.own.style);
    const numId = paragraph.own.numId ?? base.numId;
    const number =
      numId === undefined || numId === '0' ? null : numbering.next(numId, paragraph.own.level ?? base.level ?? 0);
    const look = { ...base, ...number?.properties, ...paragraph.own };
    if (paragraph.joinsNext) {
      carried = [...carried, ...paragraph.pieces];
      return;
    }
    const pieces = carried.length > 0 ? [...carried, ...paragraph.pieces] : paragraph.pieces;
    carried = [];
    if (look.pageBreakBefore === true && blocks.length > 0) breakPage();
    for (const block of finishParagraph(pieces, number?.label ?? '', look)) emit(block);
    if (paragraph.breakAfter) breakPage();
  };

  walkXml(bytes, {
    open(tag, attributes) {
      const found = known.get(tag);
      stack.push(found?.name ?? '');
      if (skipDepth > 0 || found === undefined || found.meaning === 'frame') return;
      const { name, meaning } = found;
      const parent = stack.at(-2);
      if (meaning === 'inline') inline(name, attributes, parent);
      else if (meaning === 'paragraph')
        paragraphs.push({ own: {}, pieces: [], run: null, joinsNext: false, breakAfter: false });
      else if (meaning === 'run') setRun(paragraphs.at(-1));
      else if (meaning === 'text') collecting = true;
      else if (meaning === 'table') tables.push(new OpenTable());
      else if (meaning === 'row') tables.at(-1)?.openRow();
      else if (meaning === 'cell') tables.at(-1)?.openCell();
      else if (meaning === 'choices') choices.push(false);
      else if (meaning === 'choice') {
        if (choices.at(-1) === true) skipDepth = stack.length;
        else choices[choices.length - 1] = true;
      } else if (name === 'w:del' && (parent === 'w:rPr' || parent === 'w:trPr')) inline(name, attributes, parent);
      else skipDepth = stack.length;
    },
    close() {
      const depth = stack.length;
      const name = stack.pop();
      if (skipDepth > 0) {
        if (skipDepth === depth) skipDepth = 0;
        return;
      }
      if (name === 'mc:AlternateContent') choices.pop();
      else if (name === 'w:p') closeParagraph();
      else if (name === 'w:t' || name === 'm:t' || name === 'w:instrText') collecting = false;
      else if (name === 'w:tbl') {
        const table = tables.pop();
        if (table) emit(table.close());
      }
    },
    text(text) {
      if (!collecting || skipDepth > 0) return;
      const field = fields.at(-1);
      if (stack.at(-1) === 'w:instrText') {
        if (field && field.code.length < 200) field.code += text;
      } else addText(text);
    },
  });

  function setRun(paragraph: OpenParagraph | undefined): void {
    if (paragraph) paragraph.run = null;
  }

  function inline(name: string, attributes: Readonly<Record<string, string>>, parent: string | undefined): void {
    const paragraph = paragraphs.at(-1);
    const grand = stack.at(-3);
    if (parent === 'w:trPr' && name === 'w:del') {
      const row = tables.at(-1)?.rows.at(-1);
      if (row) row.deleted = true;
    } else if (parent === 'w:trPr' || parent === 'w:tcPr') tables.at(-1)?.property(name, attributes['w:val']);
    else if (!paragraph) return;
    else if (parent === 'w:rPr') {
      if (grand === 'w:r') readProperty((paragraph.run ??= {}), name, attributes);
      else if (grand === 'w:pPr' && name === 'w:del') paragraph.joinsNext = true;
    } else if (parent === 'w:pPr' || parent === 'w:numPr') {
      if (parent === 'w:pPr' || grand === 'w:pPr') readProperty(paragraph.own, name, attributes);
    } else if (name === 'w:tab' || name === 'w:ptab') addText(' ');
    else if (name === 'w:noBreakHyphen') addText('-');
    else if (name === 'w:softHyphen') addText('\u00ad');
    else if (name === 'w:cr') addText('\n');
    else if (name === 'w:sym')
      addText(symbolText(Number.parseInt(attributes['w:char'] ?? '', 16) || 0, attributes['w:font'] ?? ''));
    else if (name === 'w:br') {
      if (attributes['w:type'] === 'page') {
        if (paragraph.pieces.length > 0) paragraph.breakAfter = true;
        else breakPage();
      } else if (attributes['w:type'] !== 'column') addText('\n');
    } else if (name === 'w:lastRenderedPageBreak') counts.renderedPages += 1;
    else if (name === 'w:fldChar') fieldChar(attributes['w:fldCharType']);
  }

  function fieldChar(type: string | undefined): void {
    if (type === 'begin') fields.push({ code: '', showing: false });
    else if (type === 'separate' && fields.length > 0) (fields.at(-1) as Field).showing = true;
    else if (type === 'end') fields.pop();
  }

  return { blocks, pages: counts.renderedPages > 0 ? counts.renderedPages + 1 : null };
}
