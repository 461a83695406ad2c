import type { PageContent, PageRule, PageWord } from './page-content.ts';

export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: PageWord[];
}

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly rowCount: number;
  readonly cells: readonly RuledCell[];
}

interface Line {
  at: number;
  from: number;
  to: number;
}

const touch = 3;
const thin = 3;

/**
 * The ruled tables of a page, top to bottom, and the words that stand in none of them. A frame of one cell, such
 * as a page border, is no table. At most 200 lines each way and 400 tables' worth of lines are looked at.
 */
export function findTables(page: PageContent): {
  readonly tables: readonly RuledTable[];
  readonly rest: readonly PageWord[];
} {
  const level = mergeLines(
    page.rules
      .filter((rule) => rule.bottom - rule.top <= thin && rule.right - rule.left > 8)
      .map((rule) => ({ at: (rule.top + rule.bottom) / 2, from: rule.left, to: rule.right })),
  );
  const upright = mergeLines(
    page.rules
      .filter((rule: PageRule) => rule.right - rule.left <= thin && rule.bottom - rule.top > 4)
      .map((rule) => ({ at: (rule.left + rule.right) / 2, from: rule.top, to: rule.bottom })),
  );
  if (level.length < 2 || upright.length < 2 || level.length > 400 || upright.length > 400)
    return { tables: [], rest: page.words };
  const tables = connected(level, upright)
    .map((group) => tableOf(group.level, group.upright))
    .filter((table) => table !== null)
    .sort((a, b) => a.top - b.top);
  const rest: PageWord[] = [];
  for (const word of page.words) {
    const x = (word.left + word.right) / 2;
    const y = word.baseline - word.size * 0.3;
    const cell = tables
      .find((table) => y > table.top && y < table.bottom)
      ?.boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    if (cell) cell.words.push(word);
    else rest.push(word);
  }
  return { tables: tables.map(({ top, bottom, rowCount, boxes }) => ({ top, bottom, rowCount, cells: boxes })), rest };
}

/** Lines on one another or end to end become one. */
function mergeLines(lines: Line[]): Line[] {
  const sorted = lines.slice(0, 4000).sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: Line[] = [];
  for (const line of sorted) {
    const same = merged
      .slice(-60)
      .find(
        (other) => Math.abs(other.at - line.at) <= 2 && line.from <= other.to + touch && line.to >= other.from - touch,
      );
    if (same) {
      same.from = Math.min(same.from, line.from);
      same.to = Math.max(same.to, line.to);
    } else merged.push({ ...line });
  }
  return merged;
}

function connected(level: readonly Line[], upright: readonly Line[]): { level: Line[]; upright: Line[] }[] {
  const groups: { level: Line[]; upright: Line[] }[] = [];
  const seen = new Set<Line>();
  const crosses = (flat: Line, post: Line) =>
    post.at >= flat.from - touch &&
    post.at <= flat.to + touch &&
    flat.at >= post.from - touch &&
    flat.at <= post.to + touch;
  for (const start of level) {
    if (seen.has(start)) continue;
    const group = { level: [start], upright: [] as Line[] };
    seen.add(start);
    for (let flats = 0, posts = 0; flats < group.level.length || posts < group.upright.length;) {
      const flat = group.level[flats];
      const post = group.upright[posts];
      if (flat) {
        flats += 1;
        for (const other of upright)
          if (!seen.has(other) && crosses(flat, other)) {
            seen.add(other);
            group.upright.push(other);
          }
      } else if (post) {
        posts += 1;
        for (const other of level)
          if (!seen.has(other) && crosses(other, post)) {
            seen.add(other);
            group.level.push(other);
          }
      }
    }
    groups.push(group);
  }
  return groups;
}

function distinct(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (out.length === 0 || value - (out.at(-1) ?? 0) > 4) out.push(value);
  return out;
}

function tableOf(level: readonly Line[], upright: readonly Line[]) {
  const ys = distinct(level.map((line) => line.at));
  const xs = distinct(upright.map((line) => line.at));
  const rowCount = ys.length - 1;
  const columnCount = xs.length - 1;
  if (rowCount < 1 || columnCount < 1 || rowCount * columnCount < 2 || rowCount * columnCount > 20_000) return null;
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const walled = (column: number, row: number) => covers(upright, at(xs, column), (at(ys, row) + at(ys, row + 1)) / 2);
  const floored = (row: number, column: number) =>
    covers(level, at(ys, row), (at(xs, column) + at(xs, column + 1)) / 2);
  const taken = new Set<number>();
  const boxes: RuledCell[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      if (taken.has(row * columnCount + column)) continue;
      let right = column + 1;
      while (right < columnCount && !walled(right, row) && !taken.has(row * columnCount + right)) right += 1;
      let below = row + 1;
      const open = () =>
        Array.from({ length: right - column }, (_, step) => column + step).every((each) => !floored(below, each));
      while (below < rowCount && open()) below += 1;
      for (let r = row; r < below; r += 1) for (let c = column; c < right; c += 1) taken.add(r * columnCount + c);
      boxes.push({
        row,
        column,
        rows: below - row,
        columns: right - column,
        left: at(xs, column),
        right: at(xs, right),
        top: at(ys, row),
        bottom: at(ys, below),
        words: [],
      });
    }
  }
  return { top: at(ys, 0), bottom: at(ys, rowCount), rowCount, boxes };
}

function covers(lines: readonly Line[], at: number, through: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= touch + 1 && line.from <= through && line.to >= through);
}
