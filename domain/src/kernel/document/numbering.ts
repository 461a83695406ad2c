/** Điểm are counted by the Vietnamese alphabet (Decree 30/2020, annex I, II.6): «đ» follows «d», there is no «f» or «j». */
const letters = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');
const romans = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** 1 → a, 4 → d, 5 → đ; behind «y» it goes on with two letters. */
export function vietnameseLetter(count: number): string {
  const at = count - 1;
  const turn = Math.floor(at / letters.length);
  const letter = letters[at % letters.length] ?? '';
  return turn === 0 ? letter : (letters[turn - 1] ?? '') + letter;
}

/** 1 → I, 14 → XIV. */
export function romanNumber(count: number): string {
  let left = count;
  let roman = '';
  for (const [value, sign] of romans) {
    while (left >= value) {
      roman += sign;
      left -= value;
    }
  }
  return roman;
}

/** The label of the count-th part of a level: «I.», «1.», «a)». */
export function labelOf(level: 1 | 2 | 3, count: number): string {
  if (level === 1) return `${romanNumber(count)}.`;
  return level === 2 ? `${count}.` : `${vietnameseLetter(count)})`;
}
