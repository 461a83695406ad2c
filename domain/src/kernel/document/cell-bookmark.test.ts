import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfBookmark, openBookmarks } from './cell-bookmark.ts';

const keptIn = (book: ReturnType<typeof openBookmarks>) =>
  new Map(book.shortened().map(({ name, key }) => [name, key]));

describe('the bookmark of a figure', () => {
  it('is named from its cell, hidden, and reads back', () => {
    const book = openBookmarks();
    expect(book.take('n.abused[sex=female]')).toBe('_n_dabused_osex_efemale_c');
    expect(keyOfBookmark('_n_dabused_osex_efemale_c', new Map())).toBe('n.abused[sex=female]');
  });

  it('has another name where the same figure stands again, and leads to the same cell', () => {
    const book = openBookmarks();
    const names = [book.take('n.abused'), book.take('n.abused'), book.take('n.abused')];
    expect(new Set(names).size).toBe(3);
    expect(names.map((name) => keyOfBookmark(name, new Map()))).toEqual(['n.abused', 'n.abused', 'n.abused']);
  });

  it('takes any cells, gives names Word takes, no two alike, and every name leads back', () => {
    const keys = fc.array(fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, (all) => {
        const book = openBookmarks();
        const names = all.map((key) => book.take(key));
        const kept = keptIn(book);
        expect(names.every((name) => /^_[a-z0-9_]{1,39}$/.test(name))).toBe(true);
        expect(new Set(names).size).toBe(names.length);
        expect(names.map((name) => keyOfBookmark(name, kept))).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['_Toc12345', 'GoBack', '_GoBack', '_a_z'])('is told from «%s» of Word or of a person', (name) => {
    expect(keyOfBookmark(name, new Map())).toBeNull();
  });
});
