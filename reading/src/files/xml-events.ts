import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
  /**
   * Offered a whole element of those that Word writes again and again, `<w:pPr>…</w:pPr>` or `<w:rPr>…</w:rPr>`, as
   * it is printed; true where it is dealt with, else it is walked like all others.
   */
  readonly take?: (element: string) => boolean;
}

const spaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
};

/**
 * Walks an XML part and hands its tags and text on, with the prefixes of WordprocessingML as Word itself writes
 * them (`w:p`) whatever the file calls them. No document type is accepted, so no entity can be declared.
 * Throws FileRefused: `files.unsafe_xml` (a DTD, too deep), `files.too_much_text`, `files.damaged` (not well formed).
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const { open, close, take } = handler;
  let depth = 0;
  let elements = 0;
  let rename: Map<string, string> | null = null;
  parser.on('doctype', () => {
    throw new FileRefused('files.unsafe_xml');
  });
  parser.on('error', () => {
    throw new FileRefused('files.damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > fileLimits.xmlDepth) throw new FileRefused('files.unsafe_xml');
    if (elements > fileLimits.xmlElements) {
      throw new FileRefused('files.too_much_text', { limit: fileLimits.xmlElements, unit: 'XML' });
    }
    if (elements === 1) rename = foreignPrefixes(attributes);
    if (rename === null) open(name, attributes);
    else open(renamed(name, rename), renameKeys(attributes, rename));
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close(rename === null ? name : renamed(name, rename));
  });
  if (handler.text) {
    parser.on('text', handler.text);
    parser.on('cdata', handler.text);
  }
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
  const step = 1 << 20;
  for (let at = 0; at < bytes.length; at += step) {
    const xml = decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length });
    // In a comment or a CDATA section a tag is none.
    if (take === undefined || /<!/.test(xml)) parser.write(xml);
    else
      offerRepeated(
        xml,
        (element) => rename === null && take(element),
        (part) => parser.write(part),
      );
  }
  parser.close();
}

const longestOffered = 2000;

/** Writes the XML in parts, so that `take` is asked when the parser has come to the element, and without those taken. */
function offerRepeated(xml: string, take: (element: string) => boolean, write: (part: string) => void): void {
  let written = 0;
  for (let at = xml.indexOf('Pr>'); at >= 0; at = xml.indexOf('Pr>', Math.max(at + 3, written))) {
    const start = at - 4;
    const tag = xml.slice(start, at + 3);
    if (tag !== '<w:pPr>' && tag !== '<w:rPr>') continue;
    const length = xml.slice(start, start + longestOffered).indexOf(`</${tag.slice(1)}`) + tag.length + 1;
    const element = xml.slice(start, start + length);
    // None of its end near by, or another of its kind within it, which has the end that was found.
    if (length <= tag.length || element.includes(tag.slice(0, -1), 1)) continue;
    write(xml.slice(written, start));
    written = take(element) ? start + length : start;
  }
  write(xml.slice(written));
}

/** The prefixes of a file that are not Word's own, each with Word's; null where all are Word's. */
function foreignPrefixes(attributes: Readonly<Record<string, string>>): Map<string, string> | null {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    const own = spaces[value];
    if (own === undefined || !key.startsWith('xmlns')) continue;
    const prefix = key.slice('xmlns:'.length);
    if (prefix !== own) found.set(prefix, own);
  }
  return found.size === 0 ? null : found;
}

function renamed(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const own = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  return own === undefined ? name : `${own}:${name.slice(colon + 1)}`;
}

function renameKeys(attributes: Readonly<Record<string, string>>, prefixes: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key.includes(':') ? renamed(key, prefixes) : key, value]),
  );
}
