import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/guides/security.md'), 'utf8');

interface Row {
  readonly asked: string;
  readonly shown: string;
}

/** The rows of every table of the guide, without their heads. */
const rows: Row[] = guide
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *(item|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, item = '', asked = '', shown = '']) => ({ asked: `${item} ${asked}`.trim(), shown }));

/** `file` “title” “title”, in the order they stand. */
function listTests(shown: string): { file: string; title: string }[] {
  let file = '';
  return [...shown.matchAll(/`([^`]+\.(?:test|journey)\.ts)`|“([^”]+)”/g)].flatMap(([, path, title = '']) => {
    if (path === undefined) return [{ file, title }];
    file = path;
    return [];
  });
}

function read(file: string): string {
  const places = ['server/src', ''].map((folder) => join(root, folder, file));
  const found = places.find((place) => existsSync(place));
  return found === undefined ? '' : readFileSync(found, 'utf8');
}

/** The words after an opening quotation mark, on a line that begins a test or ends the table of one. */
function hasTest(code: string, title: string): boolean {
  return code
    .split('\n')
    .some(
      (line) => /\b(it|test)\b|^\s*[\]'"`]/.test(line) && ["'", '"', '`'].some((mark) => line.includes(mark + title)),
    );
}

const named = rows.flatMap(({ shown }) => listTests(shown));

describe('the guide to security', () => {
  it('has its tables', () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(named.length).toBeGreaterThan(80);
  });

  it.each(rows)('names a test for: $asked, or says that there is none', ({ shown }) => {
    expect(listTests(shown).length > 0 || shown.startsWith('no test: ')).toBe(true);
  });

  it.each(named)('$file has the test “$title”', ({ file, title }) => {
    expect(hasTest(read(file), title)).toBe(true);
  });
});
