import type { SourceBlock } from '../document/source-document.ts';
import { OpenTable } from './docx-tables.ts';
import { finishParagraph } from './docx-paragraph.ts';
import type { Piece } from './docx-paragraph.ts';
import type { Numbering } from './docx-numbering.ts';
import { readProperty } from './docx-styles.ts';
import type { StyleResolver, WordProperties } from './docx-styles.ts';
import { symbolText } from './docx-symbols.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';
import { legacyFontOf } from './legacy-fonts.ts';
import { walkXml } from './xml-events.ts';

interface OpenParagraph {
  readonly own: WordProperties;
  readonly pieces: Piece[];
  run: WordProperties;
  /** The paragraph mark was deleted in a tracked change: its text runs on into the next paragraph. */
  joinsNext: boolean;
  /** A page break stands in the paragraph, after some of its words. */
  breakAfter: boolean;
}

interface Field {
  code: string;
  showing: boolean;
}

/** What a reader with all changes accepted does not see, and records of how things looked before a change. */
const unseen = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrExChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:sdtPr',
  'w:rt',
  'w:tblGrid',
  'w:comment',
  'w:tblPr',
]);

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
    const { style, ...direct } = paragraph.run;
    const base = styles(paragraph.own.style);
    let look: Readonly<WordProperties> = base;
    if (style !== undefined) {
      const own = styles(style);
      look = { ...base, ...own, ...direct, bold: direct.bold ?? (own.bold === true || base.bold === true) };
    } else if (Object.keys(direct).length > 0) look = { ...base, ...direct };
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
    open(name, attributes) {
      stack.push(name);
      if (skipDepth > 0) return;
      const parent = stack.at(-2);
      if (unseen.has(name) && !(name === 'w:del' && parent === 'w:rPr') && !(name === 'w:del' && parent === 'w:trPr')) {
        skipDepth = stack.length;
        return;
      }
      if (name === 'mc:AlternateContent') choices.push(false);
      else if (name === 'mc:Choice' || name === 'mc:Fallback') {
        if (choices.at(-1) === true) skipDepth = stack.length;
        else choices[choices.length - 1] = true;
      } else if (name === 'w:p') paragraphs.push({ own: {}, pieces: [], run: {}, joinsNext: false, breakAfter: false });
      else if (name === 'w:r') setRun(paragraphs.at(-1));
      else if (name === 'w:t' || name === 'm:t' || name === 'w:instrText') collecting = true;
      else if (name === 'w:tbl') tables.push(new OpenTable());
      else if (name === 'w:tr') tables.at(-1)?.openRow();
      else if (name === 'w:tc') tables.at(-1)?.openCell();
      else inline(name, attributes, parent);
    },
    close(name) {
      if (skipDepth > 0) {
        if (skipDepth === stack.length) skipDepth = 0;
        stack.pop();
        return;
      }
      stack.pop();
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
    if (paragraph) paragraph.run = {};
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
      if (grand === 'w:r') readProperty(paragraph.run, name, attributes);
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
