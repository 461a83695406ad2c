/** Where the words most likely end one task: behind the mark nearest to the middle, else at the middle blank. */
export function likelyCut(text: string): number {
  const middle = text.length / 2;
  const ends = [...text.matchAll(/[;.:]\s+|,\s+|\s+/g)]
    .map((found) => ({
      at: found.index + found[0].length,
      weight: /[;.:]/.test(found[0]) ? 0 : found[0].includes(',') ? 1 : 2,
    }))
    .filter(({ at }) => at < text.length);
  ends.sort((one, other) => one.weight - other.weight || Math.abs(one.at - middle) - Math.abs(other.at - middle));
  return ends[0]?.at ?? Math.round(middle);
}
