/**
 * Takes the stars of markdown emphasis out of a line; a leading star with a space is a bullet and becomes «• »:
 * plans put «* Về truyền thông» above bullets «-», so the two may not become one.
 * Footnote signs «(*)» and products «2 * 3» stay. Doing it twice changes nothing.
 */
export function stripEmphasis(line: string): string {
  if (!/[*_\\]/.test(line)) return line;
  return line
    .replace(/^\s*\*\s+(?!\*)/, '• ')
    .replace(/\\([*_#|.\-+[\]()])/g, '$1')
    .replace(/(\(\*{1,3}\)|(?<=\d\s?)\*(?=\s?\d))|\*+/g, (_stars, kept: string | undefined) => kept ?? '')
    .replace(/(^|[\s(“"])__(?=\S)([^_]{1,400})__(?=$|[\s.,;:)”"])/g, '$1$2');
}

/** «## II. Nhiệm vụ» is a heading of the text «II. Nhiệm vụ». */
export function stripHeadingSigns(line: string): { readonly text: string; readonly isHeading: boolean } {
  const match = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
  return match ? { text: match[1] ?? '', isHeading: true } : { text: line.replace(/^>\s+/, ''), isHeading: false };
}
