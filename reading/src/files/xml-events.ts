import { SaxesParser } from 'saxes';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
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
  const limits = { depth: 0, elements: 0 };
  let rename: Map<string, string> | null = null;
  const nameOf = (name: string): string => (rename === null ? name : renamed(name, rename));
  parser.on('doctype', () => {
    throw new FileRefused('files.unsafe_xml');
  });
  parser.on('error', () => {
    throw new FileRefused('files.damaged');
  });
  parser.on('opentag', (tag) => {
    limits.depth += 1;
    limits.elements += 1;
    if (limits.depth > fileLimits.xmlDepth) throw new FileRefused('files.unsafe_xml');
    if (limits.elements > fileLimits.xmlElements) {
      throw new FileRefused('files.too_much_text', { limit: fileLimits.xmlElements, unit: 'XML' });
    }
    if (limits.elements === 1) rename = foreignPrefixes(tag.attributes);
    handler.open(nameOf(tag.name), rename === null ? tag.attributes : renameKeys(tag.attributes, rename));
  });
  parser.on('closetag', (tag) => {
    limits.depth -= 1;
    handler.close(nameOf(tag.name));
  });
  if (handler.text) parser.on('text', handler.text);
  const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8');
  const step = 1 << 20;
  for (let at = 0; at < bytes.length; at += step) {
    parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length }));
  }
  parser.close();
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
