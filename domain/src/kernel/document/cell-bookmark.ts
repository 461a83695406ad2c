/** The longest name Word takes. */
const longest = 40;
/** Signs of a cell's key that no name may hold. «_» begins a sign, so it stands doubled for itself. */
const signs: Readonly<Record<string, string>> = {
  _: '_',
  '.': 'd',
  '[': 'o',
  ']': 'c',
  ',': 'n',
  '=': 'e',
  '|': 'p',
  '@': 'a',
};
const letters = Object.fromEntries(Object.entries(signs).map(([letter, sign]) => [sign, letter]));

export interface CellBookmark {
  readonly name: string;
  readonly key: string;
}

/** Gives each figure of one document its bookmark, and remembers those whose name says less than their key. */
export interface BookmarkBook {
  /** A name nobody in this document has yet; hidden in Word, because it begins with «_». */
  take(key: string): string;
  /** Names that are too short for their key: to be kept in the file, that they can be read back. */
  shortened(): readonly CellBookmark[];
}

export function openBookmarks(): BookmarkBook {
  const times = new Map<string, number>();
  const shortened: CellBookmark[] = [];
  return {
    take(key) {
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      const name = `_${escape(key)}${time === 1 ? '' : `_r${time}`}`;
      if (name.length <= longest) return name;
      const short = `_${escape(key).slice(0, longest - 10)}_k${shortened.length + 1}`;
      shortened.push({ name: short, key });
      return short;
    },
    shortened: () => shortened,
  };
}

/** The cell a bookmark leads to; null for a bookmark that is none of ours. `shortened` is what the file keeps beside. */
export function keyOfBookmark(name: string, shortened: ReadonlyMap<string, string>): string | null {
  const kept = shortened.get(name);
  if (kept !== undefined) return kept;
  if (!/^_[a-z0-9_]+$/.test(name)) return null;
  let key = '';
  let rest = name.slice(1);
  while (rest !== '') {
    const [whole = '', sign, code] = /^_(?:x([0-9a-f]+)_|r\d+$|([_a-w]))/.exec(rest) ?? [];
    if (rest.startsWith('_')) {
      if (whole === '') return null;
      if (sign !== undefined) key += String.fromCodePoint(Number.parseInt(sign, 16));
      else if (code !== undefined) {
        const letter = letters[code];
        if (letter === undefined) return null;
        key += letter;
      }
      rest = rest.slice(whole.length);
    } else {
      key += rest[0];
      rest = rest.slice(1);
    }
  }
  return key;
}

function escape(key: string): string {
  return [...key]
    .map((letter) => {
      // Word does not tell capitals from small letters.
      if (/[a-z0-9]/.test(letter)) return letter;
      const sign = signs[letter];
      return sign === undefined ? `_x${letter.codePointAt(0)?.toString(16) ?? ''}_` : `_${sign}`;
    })
    .join('');
}
