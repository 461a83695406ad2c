/**
 * Letterheads and signatures are set in two columns; in a text file the columns are kept apart by spaces. Where a
 * run of such lines begins, gives the left column's lines and then the right column's, and where the run ends.
 */
export function flattenColumns(
  lines: readonly string[],
  at: number,
): { readonly lines: readonly string[]; readonly end: number } | null {
  if (!splitColumns(lines[at] ?? '')) return null;
  const recipients = /^\s*\**Nơi nhận/u.test(lines[at] ?? '');
  const left: string[] = [];
  const right: string[] = [];
  let end = at;
  for (; end < lines.length && end - at < 60; end += 1) {
    const line = lines[end] ?? '';
    const columns = splitColumns(line);
    if (columns) {
      left.push(columns[0]);
      right.push(columns[1]);
    } else if (/^(?:\s{20,}|\t{3,})\S/.test(line)) right.push(line.trim());
    else if (recipients && (line.trim() === '' || /^\s*[-–+•]/u.test(line))) left.push(line);
    else break;
  }
  return { lines: [...left, ...right], end };
}

function splitColumns(line: string): readonly [string, string] | null {
  if (line.length > 200 || !/ {3}|\t\t/.test(line)) return null;
  // A left column may have blanks of its own: «Số:      /KH-UBND».
  for (const gap of line.matchAll(/(?<=^\s{0,12}\S.*)(?: {3,}|\t{2,})(?=\S)/g)) {
    const right = line.slice(gap.index + gap[0].length).trim();
    if (isColumnPart(right)) return [line.slice(0, gap.index).trim(), right];
  }
  return null;
}

/** What stands in a right column: the motto, place and day, or a capacity in capitals. */
function isColumnPart(text: string): boolean {
  return /^(?:C[ỘO]NG H|Đ[ộo]c l[ậa]p|-{3,}|(?:(?! {3}).){2,40}, ngày\b|\**(?:TM|KT|TL|TUQ|Q)\.|\**[\p{Lu}\s]+\**$)/u.test(
    text,
  );
}
