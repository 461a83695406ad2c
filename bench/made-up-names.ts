const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Giàng Vàng Thào Sùng Quàng'.split(' ');
const middles = 'Thị Văn Thanh Minh Ngọc Hồng Thu Đức Quốc Gia Bảo Khánh Phương Xuân Kim Mỹ Hải Tuấn Anh Hoài'.split(
  ' ',
);
const givens = (
  'Hải Lan Liên Loan Linh Hoà Hạnh Hồng Đức Dũng Tuấn Mai Đào Cúc Trúc Nga Ngân Nhung Oanh Phúc Quân Quỳnh Sơn Tâm ' +
  'Thảo Thắng Thuỷ Trang Trung Tùng Uyên Vân Việt Vinh Yến Páo Mẩy Súa Chư Bích'
).split(' ');

export interface MadeUpChild {
  readonly name: string;
  readonly birthYear: number;
  /** The name without accents. */
  readonly plain: string;
  /** The name without its middle ones. */
  readonly short: string;
}

/** The child with this number; always the same. Common families are common, as they are. */
export function makeUpChild(number: number): MadeUpChild {
  const draw = randomFrom(number);
  const pick = (from: readonly string[], tilt: number) => from[Math.floor(draw() ** tilt * from.length)] ?? '';
  const [family, given] = [pick(families, 2), pick(givens, 1)];
  const middle = Array.from({ length: 1 + Math.floor(draw() * 2) }, () => pick(middles, 1.5));
  const name = [family, ...middle, given].join(' ');
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
  return { name, plain, short: `${family} ${given}`, birthYear: 2010 + Math.floor(draw() * 17) };
}

/** Numbers from 0 to 1 by mulberry32, which is enough to make up names. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
