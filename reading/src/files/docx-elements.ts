import { propertyNames } from './docx-styles.ts';

type Meaning =
  | 'unseen'
  | 'deleted'
  | 'choices'
  | 'choice'
  | 'paragraph'
  | 'run'
  | 'text'
  | 'code'
  | 'table'
  | 'row'
  | 'cell'
  | 'frame'
  | 'property'
  | 'inline'
  | 'other';

/** What an element of WordprocessingML does to what is read. Each name has one, so they compare as they are. */
export interface WordElement {
  readonly name: string;
  readonly meaning: Meaning;
}

const named: readonly (readonly [Meaning, string])[] = [
  ['paragraph', 'w:p'],
  ['run', 'w:r'],
  ['text', 'w:t m:t'],
  ['code', 'w:instrText'],
  ['table', 'w:tbl'],
  ['row', 'w:tr'],
  ['cell', 'w:tc'],
  ['choices', 'mc:AlternateContent'],
  ['choice', 'mc:Choice mc:Fallback'],
  ['frame', 'w:pPr w:rPr w:trPr w:tcPr w:numPr'],
  ['property', propertyNames.join(' ')],
  ['inline', 'w:tblHeader w:gridBefore w:gridSpan w:vMerge w:tab w:ptab w:noBreakHyphen w:softHyphen w:cr w:sym w:br'],
  ['inline', 'w:lastRenderedPageBreak w:fldChar'],
  ['deleted', 'w:del'],
  // What a reader with all changes accepted does not see, and records of how things looked before a change.
  ['unseen', 'w:moveFrom w:pPrChange w:rPrChange w:tblPrChange w:tcPrChange w:trPrChange w:tblPrExChange'],
  ['unseen', 'w:sectPrChange w:numberingChange w:sdtPr w:rt w:tblGrid w:comment w:tblPr w:tabs'],
];

const other: WordElement = { name: '', meaning: 'other' };

/** Elements by a few of their letters: a name fresh from the parser is told by them sooner than by hashing all. */
const places: readonly WordElement[][] = Array.from({ length: 256 }, () => []);
for (const [meaning, names] of named)
  for (const name of names.split(' ')) places[placeOf(name)]?.push({ name, meaning });

function placeOf(name: string): number {
  const last = name.length - 1;
  return (last * 8 + name.charCodeAt(2) * 4 + name.charCodeAt(last)) & 255;
}

/** The element of that name; of all that change nothing (sizes, colours, languages) the same one. */
export function findElement(name: string): WordElement {
  for (const element of places[placeOf(name)] ?? []) if (element.name === name) return element;
  return other;
}
