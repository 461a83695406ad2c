import type { SourceBlock } from '../document/source-document.ts';
import { findElement } from './docx-elements.ts';
import type { WordElement } from './docx-elements.ts';
import type { Numbering } from './docx-numbering.ts';
import { finishParagraph } from './docx-paragraph.ts';
import type { Piece } from './docx-paragraph.ts';
import { readProperty } from './docx-styles.ts';
import type { StyleResolver, WordProperties } from './docx-styles.ts';
import { symbolText } from './docx-symbols.ts';
import { OpenTable } from './docx-tables.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';
import { walkXml } from './xml-events.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenParagraph {
  readonly own: WordProperties;
  /** What its style says, once that was looked up. */
  base: Readonly<WordProperties> | null;
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

/** A document has a few dozen looks; one made to hurt has so many that keeping them would cost more than it spares. */
const mostLooks = 1000;

/**
 * The blocks of word/document.xml in reading order. Changes count as accepted; hidden text, notes, comments,
 * headers and tables of contents are left out; a text box stands before the paragraph it is anchored in, once.
 */
export function readBody(
  bytes: Uint8Array,
  styles: StyleResolver,
  numbering: Numbering,
): { blocks: SourceBlock[]; pages: number | null } {
  const body = new OpenBody(styles, numbering);
  walkXml(bytes, {
    open: (tag, attributes) => body.open(tag, attributes),
    close: () => body.close(),
    text: (text) => body.takeText(text),
    repeated: {
      take: (element) => body.takeProperties(element),
      takeRun: (properties, text) => body.takeRun(properties, text),
    },
  });
  return { blocks: body.blocks, pages: body.renderedPages > 0 ? body.renderedPages + 1 : null };
}

/** The body while its XML is being walked: thousands of elements a page, so each is looked at once and cheaply. */
class OpenBody {
  readonly blocks: SourceBlock[] = [];
  renderedPages = 0;
  private readonly styles: StyleResolver;
  private readonly numbering: Numbering;
  private readonly stack: WordElement[] = [];
  /** How deep the element lies that is passed by with all in it; 0 where none is. */
  private skipDepth = 0;
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly fields: Field[] = [];
  /** For each open choice between two forms of one thing, whether one was taken. */
  private readonly choices: boolean[] = [];
  private carried: Piece[] = [];
  /** What `w:pPr` and `w:rPr` say, by their print: Word writes the same few thousands of times. */
  private readonly looks = new Map<string, OpenParagraph>();
  private page = 1;
  private readonly counts = { paragraphs: 0, characters: 0 };

  constructor(styles: StyleResolver, numbering: Numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  open(tag: string, attributes: Attributes): void {
    const element = findElement(tag);
    this.stack.push(element);
    if (this.skipDepth > 0 || element.meaning === 'other') return;
    switch (element.meaning) {
      case 'property':
        return this.openProperty(element, attributes);
      case 'inline':
        return this.openInline(element, attributes);
      case 'paragraph':
        this.paragraphs.push({ own: {}, base: null, pieces: [], run: null, joinsNext: false, breakAfter: false });
        return;
      case 'run': {
        const paragraph = this.paragraphs.at(-1);
        if (paragraph) paragraph.run = null;
        return;
      }
      case 'table':
        this.tables.push(new OpenTable());
        return;
      case 'row':
        return this.tables.at(-1)?.openRow();
      case 'cell':
        return this.tables.at(-1)?.openCell();
      case 'choices':
        this.choices.push(false);
        return;
      case 'choice':
        if (this.choices.at(-1) === true) this.skipDepth = this.stack.length;
        else this.choices[this.choices.length - 1] = true;
        return;
      case 'deleted':
        if (!this.isMarkDeleted()) this.skipDepth = this.stack.length;
        return;
      case 'unseen':
        this.skipDepth = this.stack.length;
        return;
      case 'text':
      case 'code':
      case 'frame':
        return;
    }
  }

  close(): void {
    const depth = this.stack.length;
    const element = this.stack.pop();
    if (this.skipDepth > 0) {
      if (this.skipDepth === depth) this.skipDepth = 0;
      return;
    }
    if (element?.meaning === 'paragraph') this.closeParagraph();
    else if (element?.meaning === 'choices') this.choices.pop();
    else if (element?.meaning === 'table') {
      const table = this.tables.pop();
      if (table) this.emit(table.close());
    }
  }

  /** Takes the properties of the paragraph or run at hand as they are printed; false where they are to be walked. */
  takeProperties(element: string): boolean {
    if (this.skipDepth > 0) return true;
    const within = this.stack.at(-1)?.name;
    const paragraph = this.paragraphs.at(-1);
    const ofRun = element.startsWith('<w:r');
    if (!paragraph || within !== (ofRun ? 'w:r' : 'w:p')) return false;
    const look = this.looks.get(element) ?? this.readLook(element, within);
    if (look === null) return false;
    if (ofRun) paragraph.run = { ...look.run };
    else Object.assign(paragraph.own, look.own);
    paragraph.joinsNext ||= look.joinsNext;
    return true;
  }

  /** Takes a whole run of nothing but text; false where it is to be walked. */
  takeRun(properties: string | undefined, text: string): boolean {
    if (this.skipDepth > 0) return true;
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return false;
    paragraph.run = null;
    if (properties !== undefined) {
      const look = this.looks.get(properties) ?? this.readLook(properties, 'w:r');
      if (look === null) return false;
      paragraph.run = look.run;
      paragraph.joinsNext ||= look.joinsNext;
    }
    this.addText(text);
    paragraph.run = null;
    return true;
  }

  private readLook(element: string, within: string): OpenParagraph | null {
    if (this.looks.size >= mostLooks) return null;
    const alone = new OpenBody(this.styles, this.numbering);
    alone.open('w:p', {});
    if (within === 'w:r') alone.open('w:r', {});
    walkXml(element, {
      open: (tag, attributes) => alone.open(tag, attributes),
      close: () => alone.close(),
    });
    const look = alone.paragraphs[0] ?? null;
    if (look !== null) this.looks.set(element, look);
    return look;
  }

  takeText(text: string): void {
    if (this.skipDepth > 0) return;
    const within = this.stack[this.stack.length - 1]?.meaning;
    if (within === 'text') this.addText(text);
    else if (within === 'code') {
      const field = this.fields.at(-1);
      if (field && field.code.length < 200) field.code += text;
    }
  }

  private addText(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || text === '' || !this.isShown()) return;
    const { run } = paragraph;
    const base = (paragraph.base ??= this.styles(paragraph.own.style));
    const style = run?.style === undefined ? null : this.styles(run.style);
    if (run?.hidden ?? style?.hidden ?? base.hidden) return;
    this.counts.characters += text.length;
    if (this.counts.characters > fileLimits.characters)
      throw new FileRefused('files.too_much_text', { limit: fileLimits.characters, unit: 'ký tự' });
    paragraph.pieces.push({
      text,
      bold: run?.bold ?? (style?.bold === true || base.bold === true),
      italic: run?.italic ?? style?.italic ?? base.italic ?? false,
      capitals: run?.capitals ?? style?.capitals ?? base.capitals ?? false,
      font: run?.font ?? style?.font ?? base.font ?? '',
    });
  }

  /** False within the code of a field, and within a table of contents. */
  private isShown(): boolean {
    return (
      this.fields.length === 0 ||
      this.fields.every((field) => field.showing && !/^\s*(?:TOC|PAGEREF)\b/.test(field.code))
    );
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.counts.paragraphs += 1;
    if (this.counts.paragraphs > fileLimits.paragraphs)
      throw new FileRefused('files.too_much_text', { limit: fileLimits.paragraphs, unit: 'đoạn' });
    const { own } = paragraph;
    const base = paragraph.base ?? this.styles(own.style);
    const numId = own.numId ?? base.numId;
    const number =
      numId === undefined || numId === '0' ? null : this.numbering.next(numId, own.level ?? base.level ?? 0);
    if (paragraph.joinsNext) {
      this.carried = [...this.carried, ...paragraph.pieces];
      return;
    }
    const pieces = this.carried.length > 0 ? [...this.carried, ...paragraph.pieces] : paragraph.pieces;
    this.carried = [];
    if ((own.pageBreakBefore ?? base.pageBreakBefore) === true && this.blocks.length > 0) this.breakPage();
    const listed = number?.properties;
    const look = {
      align: own.align ?? base.align,
      left: own.left ?? listed?.left ?? base.left ?? 0,
      firstLine: own.firstLine ?? listed?.firstLine ?? base.firstLine ?? 0,
    };
    for (const block of finishParagraph(pieces, number?.label ?? '', look)) this.emit(block);
    if (paragraph.breakAfter) this.breakPage();
  }

  private emit(block: SourceBlock): void {
    const table = this.tables.at(-1);
    if (table) table.take(block);
    else this.blocks.push(block);
  }

  private breakPage(): void {
    if (this.tables.length === 0) this.blocks.push({ kind: 'page_break', number: this.page });
    this.page += 1;
  }

  /** The name of the element `up` steps above the one at hand. */
  private above(up: number): string | undefined {
    return this.stack[this.stack.length - 1 - up]?.name;
  }

  /** `w:del` as a property says that the mark of a paragraph or row was deleted, not the words in it. */
  private isMarkDeleted(): boolean {
    const parent = this.above(1);
    const row = this.tables.at(-1)?.rows.at(-1);
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'w:trPr' && row) row.deleted = true;
    if (parent === 'w:rPr' && paragraph && this.above(2) === 'w:pPr') paragraph.joinsNext = true;
    return parent === 'w:rPr' || parent === 'w:trPr';
  }

  private openProperty({ name }: WordElement, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const parent = this.above(1);
    if (parent === 'w:rPr') {
      if (this.above(2) === 'w:r') readProperty((paragraph.run ??= {}), name, attributes);
    } else if (parent === 'w:pPr' || (parent === 'w:numPr' && this.above(2) === 'w:pPr'))
      readProperty(paragraph.own, name, attributes);
  }

  private openInline({ name }: WordElement, attributes: Attributes): void {
    const parent = this.above(1);
    if (parent === 'w:trPr' || parent === 'w:tcPr') return this.tables.at(-1)?.property(name, attributes['w:val']);
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'w:tab' || name === 'w:ptab') this.addText(' ');
    else if (name === 'w:noBreakHyphen') this.addText('-');
    else if (name === 'w:softHyphen') this.addText('\u00ad');
    else if (name === 'w:cr') this.addText('\n');
    else if (name === 'w:sym')
      this.addText(symbolText(Number.parseInt(attributes['w:char'] ?? '', 16) || 0, attributes['w:font'] ?? ''));
    else if (name === 'w:br') {
      if (attributes['w:type'] === 'page') {
        if (paragraph.pieces.length > 0) paragraph.breakAfter = true;
        else this.breakPage();
      } else if (attributes['w:type'] !== 'column') this.addText('\n');
    } else if (name === 'w:lastRenderedPageBreak') this.renderedPages += 1;
    else if (name === 'w:fldChar') this.turnField(attributes['w:fldCharType']);
  }

  private turnField(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === 'begin') this.fields.push({ code: '', showing: false });
    else if (type === 'separate' && field) field.showing = true;
    else if (type === 'end') this.fields.pop();
  }
}
