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

/** Puts `details` into the places `{name}` of a sentence; a place without a value stays visible as `{name}`. */
export function fillSentence(sentence: string, details: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in details ? String(details[name]) : place));
}
