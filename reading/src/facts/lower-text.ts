/** «hoà», «uỷ», «quí»: the older way to set the tone mark or to spell, and what everybody writes now. */
const respelled: readonly (readonly [RegExp, string])[] = [
  ...(['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe'] as const).map(respell),
  ...(['uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy'] as const).map(respell),
  [/quí(?!\p{L})/gu, 'quý'],
  [/tỉ (?=lệ|suất)/g, 'tỷ '],
  [/hàng (?=năm|quý|tháng)/g, 'hằng '],
];

/** Only at the end of a syllable: «toàn», «quý» are spelt one way. */
function respell(pair: string): readonly [RegExp, string] {
  const [old = '', now = ''] = pair.split(' ');
  return [new RegExp(`(?<!q)${old}(?!\\p{L})`, 'gu'), now];
}

/**
 * The text in lower case with one spelling for what Vietnamese spells in two ways, each UTF-16 unit where it was,
 * so that an offset found here is an offset in the text. Accents stay: «giảm» is not «giám». Dashes become «-»,
 * spaces of any width « », the line break inside a table cell (U+2028) a space too.
 */
export function lowerText(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) {
    lower = Array.from({ length: text.length }, (_, at) => {
      const unit = text.charAt(at).toLowerCase();
      return unit.length === 1 ? unit : text.charAt(at);
    }).join('');
  }
  for (const [old, now] of respelled) lower = lower.replace(old, now);
  return lower.replace(/[\u00a0\u2002-\u200a\u202f\u2028]/g, ' ').replace(/[–—‑−]/g, '-');
}
