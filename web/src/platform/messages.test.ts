import { describe, expect, it } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import { messages } from './messages.ts';

const { vi, en } = messages;
const keys = [...new Set([...Object.keys(vi), ...Object.keys(en)])];

const literal = 0;
const plural = 6;
const sign = 7;

/** The places of a message: `{name}` among `values`, `{count, plural, …}` among `plurals`. */
function placesOf(message: string) {
  const values = new Set<string>();
  const plurals = new Set<string>();
  const walk = (elements: readonly unknown[]): void => {
    for (const element of elements as readonly { type: number; value?: string; options?: object; children?: [] }[]) {
      if (element.type === plural) plurals.add(element.value ?? '');
      else if (element.type !== literal && element.type !== sign) values.add(element.value ?? '');
      for (const option of Object.values(element.options ?? {})) walk((option as { value: [] }).value);
      walk(element.children ?? []);
    }
  };
  walk(new IntlMessageFormat(message, 'vi').getAst());
  return { values, plurals, all: new Set([...values, ...plurals]) };
}

describe('the sentences of the interface', () => {
  it('stand in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  it.each(keys)('%s is written and takes the same values in both languages', (key) => {
    const both = { vi: (vi as Record<string, string>)[key] ?? '', en: (en as Record<string, string>)[key] ?? '' };
    expect(both.vi.trim()).not.toBe('');
    expect(both.en.trim()).not.toBe('');
    const [places, english] = [placesOf(both.vi), placesOf(both.en)];
    expect([...places.all].filter((place) => !english.all.has(place))).toEqual([]);
    // English needs a number where Vietnamese has no plural; anything else it adds would stay empty.
    expect([...english.values].filter((place) => !places.all.has(place))).toEqual([]);
  });

  it('are written in composed letters', () => {
    for (const message of [...Object.values(vi), ...Object.values(en)]) expect(message).toBe(message.normalize('NFC'));
  });
});
