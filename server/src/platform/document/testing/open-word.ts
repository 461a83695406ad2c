import { strFromU8, unzipSync } from 'fflate';

/** A paragraph as the file says it, in the units of the file: half points, twentieths of a point, 240ths of a line. */
export interface WordParagraph {
  readonly text: string;
  readonly align: string | null;
  readonly sizes: readonly number[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly after: number;
  readonly before: number;
  readonly line: number;
  /** It draws a rule above itself. */
  readonly rule: boolean;
  readonly inTable: boolean;
  readonly xml: string;
}

export interface WordFile {
  readonly parts: ReadonlyMap<string, string>;
  readonly body: string;
  readonly paragraphs: readonly WordParagraph[];
  /** One for each section, in order. */
  readonly sections: readonly string[];
}

/** Opens a .docx again as any other program would: unzipped, and its XML looked at. */
export function openWord(bytes: Uint8Array): WordFile {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
  const body = parts.get('word/document.xml') ?? '';
  return { parts, body, paragraphs: listParagraphs(body), sections: body.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [] };
}

function listParagraphs(xml: string): WordParagraph[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map((match) => {
    const inside = match[1] ?? '';
    const runs = inside.match(/<w:r>.*?<\/w:r>/gs) ?? [];
    const before = xml.slice(0, match.index);
    return {
      text: [...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => unescape(text)).join(''),
      align: attribute(inside, 'jc', 'val'),
      sizes: runs.map((run) => Number(attribute(run, 'sz', 'val'))),
      bold: runs.length > 0 && runs.every((run) => /<w:b\/>|<w:b w:val="(?:true|1)"\/>/.test(run)),
      italic: runs.length > 0 && runs.every((run) => /<w:i\/>|<w:i w:val="(?:true|1)"\/>/.test(run)),
      firstLine: number(inside, 'ind', 'firstLine'),
      left: number(inside, 'ind', 'left'),
      right: number(inside, 'ind', 'right'),
      after: number(inside, 'spacing', 'after'),
      before: number(inside, 'spacing', 'before'),
      line: number(inside, 'spacing', 'line'),
      rule: inside.includes('<w:pBdr><w:top'),
      inTable: count(before, '<w:tbl>') > count(before, '</w:tbl>'),
      xml: inside,
    };
  });
}

/** The value of an attribute of the first element of that name; null where there is none. */
export function attribute(xml: string, element: string, name: string): string | null {
  const found = new RegExp(`<w:${element}\\b[^>]*\\bw:${name}="([^"]*)"`).exec(xml);
  return found?.[1] ?? null;
}

export function number(xml: string, element: string, name: string): number {
  return Number(attribute(xml, element, name) ?? 0);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
