// Symbol and Wingdings place their signs in the private area F000–F0FF.
const symbolFont: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xb3: '≥',
  0xb1: '±',
  0xb4: '×',
  0xb7: '•',
  0xb9: '≠',
  0xbb: '≈',
  0xae: '→',
  0xde: '⇒',
  0xd7: '·',
  0x2d: '-',
  0xbe: '—',
  0xb0: '°',
  0x25: '%',
  0x2b: '+',
  0x3c: '<',
  0x3e: '>',
  0x3d: '=',
  0x2f: '/',
  0x2a: '*',
};
const bullets = new Set([0xa7, 0xd8, 0xa8, 0x6e, 0x6c, 0x71, 0x76, 0x77, 0xb7, 0xfc, 0xfe]);

/** The Unicode sign of a `w:sym` or of a letter in the private area of a symbol font; a bullet for ornaments, '' for the unknown. */
export function symbolText(code: number, font: string): string {
  const place = code >= 0xf000 ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return symbolFont[place] ?? '';
  if (/wingdings|webdings/i.test(font)) return bullets.has(place) ? '•' : '';
  return code < 0xe000 || code > 0xf8ff ? String.fromCodePoint(code) : (symbolFont[place] ?? '');
}
