import { takeApart } from './xml-elements.ts';
import { walkXml } from './xml-events.ts';

/** What Word says of a paragraph or a run; undefined where it says nothing and the style below speaks. */
export interface WordProperties {
  style?: string;
  align?: string;
  left?: number;
  firstLine?: number;
  numId?: string;
  level?: number;
  pageBreakBefore?: boolean;
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  capitals?: boolean;
  font?: string;
}

export type StyleResolver = (styleId: string | undefined) => Readonly<WordProperties>;

/** The property elements that `readProperty` knows. */
export const propertyNames: readonly string[] =
  'w:pStyle w:rStyle w:jc w:ind w:numId w:ilvl w:pageBreakBefore w:b w:i w:vanish w:caps w:rFonts'.split(' ');

/** Reads one property element of w:pPr or w:rPr into `into`. Lengths in twips (1/1440 inch). */
export function readProperty(into: WordProperties, name: string, attributes: Readonly<Record<string, string>>): void {
  const value = attributes['w:val'];
  if (name === 'w:pStyle' || name === 'w:rStyle') assign(into, 'style', value);
  else if (name === 'w:jc') assign(into, 'align', value);
  else if (name === 'w:ind') readIndent(into, attributes);
  else if (name === 'w:numId') assign(into, 'numId', value);
  else if (name === 'w:ilvl') into.level = Number(value ?? 0);
  else if (name === 'w:pageBreakBefore') into.pageBreakBefore = isOn(value);
  else if (name === 'w:b') into.bold = isOn(value);
  else if (name === 'w:i') into.italic = isOn(value);
  else if (name === 'w:vanish') into.hidden = isOn(value);
  else if (name === 'w:caps') into.capitals = isOn(value);
  else if (name === 'w:rFonts') assign(into, 'font', attributes['w:ascii'] ?? attributes['w:hAnsi']);
}

function assign(into: WordProperties, key: 'style' | 'align' | 'numId' | 'font', value: string | undefined): void {
  if (value !== undefined) into[key] = value;
}

function isOn(value: string | undefined): boolean {
  return value === undefined || (value !== '0' && value !== 'false' && value !== 'off' && value !== 'none');
}

function readIndent(into: WordProperties, attributes: Readonly<Record<string, string>>): void {
  const left = Number(attributes['w:left'] ?? attributes['w:start']);
  const hanging = Number(attributes['w:hanging']);
  const firstLine = Number(attributes['w:firstLine']);
  if (Number.isFinite(left)) into.left = left;
  if (Number.isFinite(hanging)) into.firstLine = -hanging;
  else if (Number.isFinite(firstLine)) into.firstLine = firstLine;
}

interface Style {
  readonly basedOn: string | null;
  readonly own: WordProperties;
}

/** The styles of a .docx (word/styles.xml), each resolved along `basedOn` down to the document's defaults. */
export function readStyles(bytes: Uint8Array | undefined): StyleResolver {
  const found: FoundStyles = { styles: new Map(), defaults: {}, normal: undefined };
  const apart = bytes && takeApart(bytes, 'w:style', 'w:styleId');
  if (apart) {
    walkStyles(apart.rest.replace(/<w:latentStyles.*<\/w:latentStyles>/s, ''), found);
    for (const [id, element] of apart.elements)
      if (/^[^>]* w:default="(?:1|true)"/.test(element) && /^[^>]* w:type="paragraph"/.test(element)) found.normal = id;
  } else if (bytes) walkStyles(bytes, found);
  return resolver(found, (id) => {
    const element = apart?.elements.get(id);
    if (element !== undefined && !found.styles.has(id)) walkStyles(element, found);
    return found.styles.get(id);
  });
}

interface FoundStyles {
  readonly styles: Map<string, Style>;
  readonly defaults: WordProperties;
  normal: string | undefined;
}

function walkStyles(part: Uint8Array | string, found: FoundStyles): void {
  let current: { id: string; basedOn: string | null; own: WordProperties } | null = null;
  let inDefaults = false;
  walkXml(part, {
    open(name, attributes) {
      if (name === 'w:docDefaults') inDefaults = true;
      else if (name === 'w:style') {
        current = { id: attributes['w:styleId'] ?? '', basedOn: null, own: {} };
        if (attributes['w:type'] === 'paragraph' && isDefault(attributes)) found.normal = current.id;
      } else if (name === 'w:basedOn' && current) current.basedOn = attributes['w:val'] ?? null;
      else if (current) readProperty(current.own, name, attributes);
      else if (inDefaults) readProperty(found.defaults, name, attributes);
    },
    close(name) {
      if (name === 'w:docDefaults') inDefaults = false;
      else if (name === 'w:style' && current) {
        found.styles.set(current.id, { basedOn: current.basedOn, own: current.own });
        current = null;
      }
    },
  });
}

function isDefault(attributes: Readonly<Record<string, string>>): boolean {
  return attributes['w:default'] === '1' || attributes['w:default'] === 'true';
}

function resolver({ defaults, normal }: FoundStyles, styleOf: (id: string) => Style | undefined): StyleResolver {
  const resolved = new Map<string, Readonly<WordProperties>>();
  const resolve: StyleResolver = (styleId) => {
    const id = styleId ?? normal ?? '';
    const known = resolved.get(id);
    if (known) return known;
    const chain: WordProperties[] = [];
    // A circle of styles («basedOn» itself) ends after as many steps as there are styles.
    let at: string | null = id;
    for (let steps = 0; at !== null && steps < 50; steps += 1) {
      const style: Style | undefined = styleOf(at);
      if (!style) break;
      chain.unshift(style.own);
      at = style.basedOn;
    }
    const whole = Object.assign({}, defaults, ...chain) as WordProperties;
    resolved.set(id, whole);
    return whole;
  };
  return resolve;
}
