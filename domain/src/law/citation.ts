import { fold } from '../kernel/fold.ts';

/** A document as another one cites it. */
export interface Citation {
  readonly number: string;
  /** ISO date, or its known part: 2020-10, 2021. */
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

export interface Citable {
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/** A number as numbers are compared: `Số 93 /KH-UBND` and `93/KH-UBND` are one. */
export function foldNumber(number: string): string {
  return fold(number).replace(/^so /, '');
}

/**
 * The document a citation names, among those known here. Numbers begin anew each year in each agency, so date and
 * issuer must not contradict where both sides state them; where two documents remain, none is chosen.
 */
export function findCited<Known extends Citable>(citation: Citation, known: readonly Known[]): Known | null {
  const number = foldNumber(citation.number);
  const fitting = known.filter(
    (one) =>
      one.number !== null &&
      foldNumber(one.number) === number &&
      agree(citation.issuedOn, one.issuedOn, (left, right) => left.startsWith(right) || right.startsWith(left)) &&
      agree(citation.issuer, one.issuer, isSameIssuer),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function agree(one: string | null, other: string | null, compare: (one: string, other: string) => boolean): boolean {
  return one === null || other === null || compare(one, other);
}

/** «UBND tỉnh» is a short way to say «Ủy ban nhân dân tỉnh Mộc Giang», «UBND tỉnh Bình Khê» is another one. */
export function isSameIssuer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((name) => ` ${fold(name).replace(/\bubnd\b/g, 'uy ban nhan dan')} `);
  return left !== undefined && right !== undefined && (left.includes(right) || right.includes(left));
}
