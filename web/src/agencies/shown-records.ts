import type { RecordStanding } from './record-kinds.ts';

/** Those that stand on the day; with `history` all that were ever written down, what was withdrawn last. */
export function pickShown<Shown extends { readonly standing: RecordStanding }>(
  records: readonly Shown[],
  history: boolean,
): readonly Shown[] {
  if (!history) return records.filter(({ standing }) => standing === 'stands');
  return records.toSorted(
    (one, other) => Number(one.standing === 'withdrawn') - Number(other.standing === 'withdrawn'),
  );
}
