/** The number of `1.234,5`, `12` or `0,5` as people write it; null where it is none. */
export function readNumberText(text: string): number | null {
  const bare = text.trim().replace(/\s/g, '');
  if (!/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(bare)) return null;
  return Number(bare.replaceAll('.', '').replace(',', '.'));
}
