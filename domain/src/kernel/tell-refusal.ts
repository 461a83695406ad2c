import type { Refusal } from './result.ts';
import { fillSentence, type Refusals, type Sentence } from './sentence.ts';

/** What a refusal says in both languages, filled with its place and details. A code without a sentence is a bug, and throws. */
export function tellRefusal(sentences: Refusals, { code, where, details }: Refusal): Sentence {
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`no sentence stands for the refusal ${code}`);
  const filling = { where: where ?? '', ...details };
  return { vi: fillSentence(sentence.vi, filling), en: fillSentence(sentence.en, filling) };
}
