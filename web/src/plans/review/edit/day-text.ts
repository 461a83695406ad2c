/** A day as people write it, or a part of one, as ISO; null where it is none. */
export function readDay(text: string): string | null {
  const parts =
    /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return checked(Number(year), Number(month), Number(day));
}

/** Like `readDay`, but `10/2020` and `2021` are known parts of a date too. */
export function readPartOfDay(text: string): string | null {
  if (/^\s*\d{4}\s*$/.test(text)) return text.trim();
  const parts = /^\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  if (!parts) return readDay(text);
  const month = Number(parts[1]);
  return month >= 1 && month <= 12 ? `${parts[2]}-${String(month).padStart(2, '0')}` : null;
}

/** `09/03` of every year, as day and month; null where there is no such day. 29/02 is one. */
export function readDayOfYear(text: string): { month: number; day: number } | null {
  const parts = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*$/.exec(text);
  if (!parts) return null;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  return checked(2024, month, day) ? { month, day } : null;
}

function checked(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** A number as people write it: `1.234,5`; also `12.5`, where the point can only be a decimal one. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '');
  if (!/^-?\d[\d.,]*$/.test(plain)) return null;
  const grouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain);
  const decimal = /^-?\d+([.,]\d+)?$/.test(plain);
  if (!grouped && !decimal) return null;
  return Number(grouped ? plain.replaceAll('.', '').replace(',', '.') : plain.replace(',', '.'));
}
