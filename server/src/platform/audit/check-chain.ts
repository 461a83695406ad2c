import type { ChainHead, LinkedRow } from './audit-chain.queries.ts';
import type { Finding, FindingKind } from './audit-findings.ts';
import { findSwap } from './find-swap.ts';
import { isLinked } from './link-hash.ts';

/** What a signed root says of a chain: up to `last` it had this hash. */
export interface Anchor {
  readonly last: number;
  readonly hash: string;
  /** When the root was signed. */
  readonly at: string;
}

export interface ChainState {
  readonly chain: string;
  /** By number, then id; empty for a chain of which nothing is left. */
  readonly rows: readonly LinkedRow[];
  /** The end the database itself keeps. */
  readonly head: ChainHead | null;
  /** What the roots say of it, oldest first. */
  readonly anchors: readonly Anchor[];
  /** Every row with an id up to here is covered by a root. */
  readonly through: number;
}

/**
 * Everything that is wrong with one chain. Row by row where the hashes show it; where somebody has made them anew, the
 * roots show that it was done and between which rows, and the number of rows with old ids shows what was done.
 */
export function checkChain(state: ChainState): Finding[] {
  const { chain, rows, anchors, head } = state;
  const found: Finding[] = [];
  const tell = (kind: FindingKind, first: number, last: number, when: string | null) =>
    void found.push({ kind, chain, first, last, when });
  const broken: number[] = [];
  rows.forEach((row, at) => {
    const expected = (rows[at - 1]?.seq ?? 0) + 1;
    if (row.seq > expected) tell('deleted', expected, row.seq - 1, seenAt(anchors, expected) ?? timeOf(row));
    else if (row.seq < expected) tell('inserted', row.seq, row.seq, timeOf(row));
    // After a gap the hash before is not there to be held against; the gap is told.
    else if (!isLinked(rows, at)) broken.push(at);
  });
  const lastSeq = rows.at(-1)?.seq ?? 0;
  const anchored = anchors.at(-1)?.last ?? 0;
  const surplus = rows.filter(({ id }) => id <= state.through).length - anchored;
  const stranger = rows.find(({ id, seq }) => id > state.through && seq <= anchored);
  const [from, to] = findSuspects(rows, anchors, broken);
  const near = timeOf(rows.find(({ seq }) => seq === from) ?? rows.at(-1));

  if (found.length > 0) {
    // Beside rows taken out, others may have been changed; beside rows put in, those that follow no longer fit.
    if (found.every(({ kind }) => kind === 'deleted')) tellBroken(rows, broken, tell);
    return found;
  }
  if (surplus > 0) tell('inserted', from, Math.max(to, lastSeq), near);
  else if (surplus < 0 && broken.length === 0 && lastSeq > 0 && lastSeq < anchored && agrees(rows, anchors)) {
    tell('tail_cut', lastSeq + 1, anchored, seenAt(anchors, lastSeq + 1));
  } else if (surplus < 0) tell('deleted', from, anchored, seenAt(anchors, from));
  else if (stranger !== undefined) tell('inserted', stranger.seq, stranger.seq, timeOf(stranger));
  else if (broken.length > 0 && head !== null && head.seq < lastSeq) tell('inserted', from, lastSeq, near);
  else if (broken.length > 0 && head !== null && head.seq > lastSeq) tell('deleted', from, head.seq, near);
  else if (broken.length > 0) tellBroken(rows, broken, tell);
  else if (!agrees(rows, anchors)) tell('rewritten', from, to, seenAt(anchors, to));
  else if (head === null || head.seq < lastSeq) tell('inserted', (head?.seq ?? 0) + 1, lastSeq, timeOf(rows.at(-1)));
  else if (head.seq > lastSeq) tell('tail_cut', lastSeq + 1, head.seq, timeOf(rows.at(-1)));
  else if (rows.at(-1)?.hash.equals(head.hash) === false) tell('rewritten', anchored + 1, lastSeq, timeOf(rows.at(-1)));
  return found;
}

function tellBroken(
  rows: readonly LinkedRow[],
  broken: readonly number[],
  tell: (kind: FindingKind, first: number, last: number, when: string | null) => void,
): void {
  const swap = findSwap(rows, broken);
  const [one, other] = (swap ?? []).map((at) => rows[at]);
  if (one !== undefined && other !== undefined) tell('swapped', one.seq, other.seq, timeOf(one));
  for (const row of swap === null ? broken.map((at) => rows[at]) : []) {
    if (row !== undefined) tell('changed', row.seq, row.seq, timeOf(row));
  }
}

/** The numbers among which it was done: after the last anchor that still holds, up to the first that does not. */
function findSuspects(
  rows: readonly LinkedRow[],
  anchors: readonly Anchor[],
  broken: readonly number[],
): readonly [number, number] {
  const bad = anchors.findIndex((anchor) => !holds(rows, anchor));
  const first = rows[broken[0] ?? -1]?.seq;
  const from = (bad < 0 ? anchors.at(-1)?.last : anchors[bad - 1]?.last) ?? 0;
  const to = (bad < 0 ? rows.at(-1)?.seq : anchors[bad]?.last) ?? from + 1;
  return [first ?? from + 1, Math.max(to, first ?? 0)];
}

function holds(rows: readonly LinkedRow[], { last, hash }: Anchor): boolean {
  const row = rows[last - 1]?.seq === last ? rows[last - 1] : rows.find(({ seq }) => seq === last);
  return row?.hash.toString('hex') === hash;
}

/** Whether no anchor within the rows contradicts them. */
function agrees(rows: readonly LinkedRow[], anchors: readonly Anchor[]): boolean {
  const end = rows.at(-1)?.seq ?? 0;
  return anchors.every((anchor) => anchor.last > end || holds(rows, anchor));
}

/** When a root last saw the row with this number. */
function seenAt(anchors: readonly Anchor[], seq: number): string | null {
  return anchors.find(({ last }) => last >= seq)?.at ?? null;
}

function timeOf(row: LinkedRow | undefined): string | null {
  return row === undefined ? null : row.at.toISOString();
}
