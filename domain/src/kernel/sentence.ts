/** A sentence in both languages of the interface. `{name}` stands for a value put in by `fillSentence`. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Sentence;

/** What a module may refuse, each with its sentence and the HTTP status it answers with. */
export type Refusals = Readonly<
  Record<string, Sentence & { readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503 }>
>;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Puts `details` into the places `{name}` of a sentence, days as people write them (`28/02/2025`); a place without a
 * value stays visible as `{name}`.
 */
export function fillSentence(sentence: string, details: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in details ? writeValue(details[name]) : place));
}

function writeValue(value: unknown): string {
  const text = String(value);
  return isoDay.test(text) ? text.split('-').toReversed().join('/') : text;
}
