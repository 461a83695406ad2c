import { fold } from '../kernel/fold.ts';

export interface Citation {
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

export interface CitablePlan {
  readonly id: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

/** A number as numbers are compared: `Số 93 /KH-UBND` and `93/KH-UBND` are one. */
export function foldNumber(number: string): string {
  return fold(number).replace(/^so /, '');
}

/**
 * The plan a legal basis names, among plans known here. Numbers begin anew each year in each agency, so date and
 * issuer must not contradict where both sides state them; where two plans remain, none is chosen.
 */
export function findCitedPlan<Known extends CitablePlan>(citation: Citation, plans: readonly Known[]): Known | null {
  const number = foldNumber(citation.number);
  const fitting = plans.filter(
    (plan) =>
      plan.number !== null &&
      foldNumber(plan.number) === number &&
      agree(citation.issuedOn, plan.issuedOn, (one, other) => one.startsWith(other) || other.startsWith(one)) &&
      agree(citation.issuer, plan.issuer, isSameIssuer),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function agree(one: string | null, other: string | null, compare: (one: string, other: string) => boolean): boolean {
  return one === null || other === null || compare(one, other);
}

/** «UBND tỉnh» is a short way to say «Ủy ban nhân dân tỉnh Mộc Giang», «UBND tỉnh Bình Khê» is another one. */
function isSameIssuer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((name) => ` ${fold(name).replace(/\bubnd\b/g, 'uy ban nhan dan')} `);
  return left !== undefined && right !== undefined && (left.includes(right) || right.includes(left));
}
