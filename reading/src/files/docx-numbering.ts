import { readProperty } from './docx-styles.ts';
import type { WordProperties } from './docx-styles.ts';
import { takeApart } from './xml-elements.ts';
import { walkXml } from './xml-events.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  restartAfter: number | null;
  decimalOnly: boolean;
  readonly properties: WordProperties;
}

interface List {
  readonly levels: Map<number, Level>;
  /** A list that only points to a numbering style. */
  style: string | null;
}

/** One counter of Word's: gives the printed number of the next paragraph of this list and level. */
export interface Numbering {
  readonly next: (
    numId: string,
    level: number,
  ) => { readonly label: string; readonly properties: WordProperties } | null;
}

/** Word's own counting (word/numbering.xml): lists, levels, overrides and restarts. */
export function readNumbering(
  bytes: Uint8Array | undefined,
  numberingStyle: (styleId: string) => string | undefined,
): Numbering {
  const lists = new Map<string, List>();
  const nums = new Map<string, { list: string; starts: Map<number, number>; levels: Map<number, Level> }>();
  const apart = bytes && takeApart(bytes, 'w:abstractNum', 'w:abstractNumId');
  if (bytes) parseNumbering(apart?.rest ?? bytes, lists, nums);
  const counters = new Map<string, (number | undefined)[]>();
  const ranks = new Map<string, Map<number, Rank>>();

  const listOf = (id: string, hops = 0): { id: string; list: List } | null => {
    const element = apart?.elements.get(id);
    if (element !== undefined && !lists.has(id)) parseNumbering(element, lists, nums);
    const list = lists.get(id);
    if (!list) return null;
    if (list.style === null || list.levels.size > 0 || hops > 5) return { id, list };
    const target = numberingStyle(list.style);
    const num = target === undefined ? undefined : nums.get(target);
    return num ? listOf(num.list, hops + 1) : { id, list };
  };

  const findRank = (numId: string, depth: number): Rank | null => {
    const num = nums.get(numId);
    const found = num ? listOf(num.list) : null;
    if (!num || !found) return null;
    const levelAt = (at: number) => num.levels.get(at) ?? found.list.levels.get(at);
    const level = levelAt(depth);
    if (!level) return null;
    const counts = counters.get(found.id) ?? [];
    counters.set(found.id, counts);
    const anew = [1, 2, 3, 4, 5, 6, 7, 8].filter((deeper) => {
      const rule = levelAt(deeper)?.restartAfter;
      return deeper > depth && !(rule === 0 || (rule != null && depth >= rule));
    });
    const rank = { level, counts, anew, jumpTo: num.starts.get(depth), print: labelPrinter(level, levelAt) };
    const siblings = ranks.get(numId) ?? new Map<number, Rank>();
    ranks.set(numId, siblings.set(depth, rank));
    return rank;
  };

  return {
    next(numId, depth) {
      const rank = ranks.get(numId)?.get(depth) ?? findRank(numId, depth);
      if (rank === null) return null;
      const { level, counts } = rank;
      counts[depth] = rank.jumpTo ?? (counts[depth] === undefined ? level.start : counts[depth] + 1);
      rank.jumpTo = undefined;
      for (const deeper of rank.anew) counts[deeper] = undefined;
      return { label: rank.print(counts), properties: level.properties };
    },
  };
}

/** One level of one list, with all that is the same each time it counts on. */
interface Rank {
  readonly level: Level;
  /** The counts of all levels, shared by the lists of one definition. */
  readonly counts: (number | undefined)[];
  /** The deeper levels that begin anew after this one. */
  readonly anew: readonly number[];
  /** Where its list tells it to begin, until it has. */
  jumpTo: number | undefined;
  readonly print: (counts: readonly (number | undefined)[]) => string;
}

function parseNumbering(
  part: Uint8Array | string,
  lists: Map<string, List>,
  nums: Map<string, { list: string; starts: Map<number, number>; levels: Map<number, Level> }>,
): void {
  let list: List | null = null;
  let num: { list: string; starts: Map<number, number>; levels: Map<number, Level> } | null = null;
  let level: Level | null = null;
  let overridden = 0;
  walkXml(part, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        list = { levels: new Map(), style: null };
        lists.set(attributes['w:abstractNumId'] ?? '', list);
      } else if (name === 'w:num') {
        num = { list: '', starts: new Map(), levels: new Map() };
        nums.set(attributes['w:numId'] ?? '', num);
      } else if (name === 'w:abstractNumId' && num) num.list = value;
      else if (name === 'w:numStyleLink' && list) list.style = value;
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0);
      else if (name === 'w:startOverride' && num) num.starts.set(overridden, Number(value));
      else if (name === 'w:lvl') {
        level = { format: 'decimal', text: '', start: 1, restartAfter: null, decimalOnly: false, properties: {} };
        (num ? num.levels : list?.levels)?.set(Number(attributes['w:ilvl'] ?? 0), level);
      } else if (level) readLevel(level, name, value, attributes);
    },
    close(name) {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:num') num = null;
      else if (name === 'w:abstractNum') list = null;
    },
  });
}

function readLevel(level: Level, name: string, value: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'w:start') level.start = Number(value);
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.text = value;
  else if (name === 'w:lvlRestart') level.restartAfter = Number(value);
  else if (name === 'w:isLgl') level.decimalOnly = true;
  else if (name === 'w:ind') readProperty(level.properties, name, attributes);
}

/** Prints the label of a level without the blank after it; bullets become «-», second-rank bullets «+». */
function labelPrinter(level: Level, levelAt: (at: number) => Level | undefined): Rank['print'] {
  if (level.format === 'bullet' || level.format === 'none') {
    const label = level.format === 'bullet' ? bulletOf(level.text) : level.text.replace(/%\d/g, '').trim();
    return () => label;
  }
  // «%1.%2.» in pieces: what is printed as it stands, and by turns the levels whose counts are.
  const pieces = level.text.split(/%(\d)/).map((piece, at) => {
    if (at % 2 === 0) return piece;
    const depth = Number(piece) - 1;
    const shown = levelAt(depth);
    return { depth, start: shown?.start ?? 1, format: level.decimalOnly ? 'decimal' : (shown?.format ?? 'decimal') };
  });
  return (counts) => {
    let label = '';
    for (const piece of pieces)
      label += typeof piece === 'string' ? piece : formatCount(counts[piece.depth] ?? piece.start, piece.format);
    return label;
  };
}

function bulletOf(text: string): string {
  const sign = text.trim();
  if (sign === '') return '';
  return sign === '+' || sign === 'o' || sign === '•' || sign === '*' ? (sign === 'o' ? '+' : sign) : '-';
}

function formatCount(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count);
  if (format === 'lowerRoman') return roman(count).toLowerCase();
  if (format === 'upperLetter') return letters(count);
  if (format === 'lowerLetter') return letters(count).toLowerCase();
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  return String(count);
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = count;
  let text = '';
  for (const [worth, sign] of signs) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}

/** a … z, aa … zz, as Word does. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}
