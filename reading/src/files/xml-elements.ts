import { decodeXml } from './xml-events.ts';

/** An XML part without certain elements, and these by the name they are asked for. */
export interface TakenApart {
  readonly rest: string;
  readonly elements: ReadonlyMap<string, string>;
}

const ownPrefix =
  /xmlns:w="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main"/;

/**
 * Cuts all elements `name` out of a part of a Word file, so that only those are walked that the document uses: Word
 * keeps hundreds of styles and lists in every file. Gives each as printed, by its attribute `key`, the last of a key.
 * Null where the part is printed in a way in which a tag may be none, or another: then it is to be walked as a whole.
 */
export function takeApart(bytes: Uint8Array, name: string, key: string): TakenApart | null {
  const xml = decodeXml(bytes);
  if (xml.includes('<!') || !ownPrefix.test(xml)) return null;
  const elements = new Map<string, string>();
  const opening = new RegExp(`<${name} ([^<>]*)>`, 'g');
  const closing = `</${name}>`;
  let rest = '';
  let from = 0;
  for (let tag = opening.exec(xml); tag !== null; tag = opening.exec(xml)) {
    const attributes = tag[1] ?? '';
    const value = new RegExp(`(?:^| )${key}="([^"&]*)"`).exec(attributes)?.[1];
    const end = attributes.endsWith('/') ? opening.lastIndex : xml.indexOf(closing, tag.index) + closing.length;
    if (value === undefined || (attributes.match(/"/g)?.length ?? 0) % 2 !== 0 || end <= tag.index) return null;
    elements.set(value, xml.slice(tag.index, end));
    rest += xml.slice(from, tag.index);
    from = end;
    opening.lastIndex = end;
  }
  return { rest: rest + xml.slice(from), elements };
}
