import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Offered what Word prints again and again; what is not dealt with is walked like all else. */
  readonly repeated?: Repeated;
}

interface Repeated {
  /** A whole `<w:pPr>…</w:pPr>` or `<w:rPr>…</w:rPr>` as printed; true where it is dealt with. */
  readonly take: (element: string) => boolean;
  /** A run of nothing but text, with its properties as printed; true where it is dealt with. */
  readonly takeRun: (properties: string | undefined, text: string) => boolean;
}

const spaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
};

/**
 * Walks an XML part, or an element of one, and hands its tags and text on, with the prefixes of WordprocessingML as
 * Word itself writes them (`w:p`) whatever the file calls them. No document type is accepted, so no entity can be declared.
 * Throws FileRefused: `files.unsafe_xml` (a DTD, too deep), `files.too_much_text`, `files.damaged` (not well formed).
 */
export function walkXml(part: Uint8Array | string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const { open, close, repeated: offered } = handler;
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
  const whereWords: Repeated | null = offered
    ? {
        take: (element) => rename === null && offered.take(element),
        takeRun: (properties, text) => rename === null && offered.takeRun(properties, text),
      }
    : null;
  let plain = false;
  const write = (xml: string) => {
    // In a comment or a CDATA section a tag is none.
    plain ||= xml.includes('<!');
    if (plain || whereWords === null) parser.write(xml);
    else offerRepeated(xml, whereWords, (piece) => parser.write(piece));
  };
  const step = 1 << 20;
  if (typeof part === 'string') write(part);
  else if (part.length <= step) write(decodeXml(part));
  else {
    const decoder = decoderOf(part);
    for (let at = 0; at < part.length; at += step)
      write(decoder.decode(part.subarray(at, at + step), { stream: at + step < part.length }));
  }
  parser.close();
}

/** The characters of a whole part, by the mark it begins with. */
export function decodeXml(bytes: Uint8Array): string {
  return decoderOf(bytes).decode(bytes);
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
}

/**
 * What Word prints again and again, as it prints it: the properties of a paragraph, a run of nothing but text, whose
 * letters stand for themselves, and the properties of other runs.
 */
const repeated = new RegExp(
  [
    /(?<paragraph><w:pPr>.{0,2000}?<\/w:pPr>)/,
    /<w:r(?: w:rsid\w*="\w*")*>(?<look><w:rPr>(?:<[^<>]*\/>)*<\/w:rPr>)?<w:t(?: xml:space="preserve")?>(?<text>[^<&\u0000-\u001f\ufffe\uffff]+)<\/w:t><\/w:r>/,
    /(?<run><w:rPr>.{0,2000}?<\/w:rPr>)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gs',
);

/** Writes the XML in parts, so that what is taken is offered when the parser has come to it, and without that. */
function offerRepeated(xml: string, { take, takeRun }: Repeated, write: (part: string) => void): void {
  let written = 0;
  const search = new RegExp(repeated);
  for (let found = search.exec(xml); found !== null; found = search.exec(xml)) {
    const [whole, paragraph, look, text, run] = found;
    if (found.index > written) write(xml.slice(written, found.index));
    const properties = paragraph ?? run;
    const isTaken =
      properties === undefined
        ? takeRun(look, text ?? '')
        : // Another of its kind within it has the end that was found.
          !properties.includes(run === undefined ? '<w:pPr' : '<w:rPr', 1) && take(properties);
    if (!isTaken) write(whole);
    written = search.lastIndex;
  }
  if (written < xml.length) write(xml.slice(written));
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
