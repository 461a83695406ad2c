import { fillSentence, type Language, type Sentence } from '../kernel/sentence.ts';
import { draftsRefusals } from './drafts.refusals.ts';
import { readingWarnings } from './reading-warnings.ts';

/** Doubts that arise when a reading becomes a draft, besides the reader's own warnings. */
export const draftDoubts = {
  year_out_of_range: {
    vi: 'Năm của chỉ tiêu nằm ngoài khoảng 1945–2100 nên được để trống.',
    en: 'The year of the target lies outside 1945–2100 and was left blank.',
  },
  task_unsure: {
    vi: 'Máy đọc không chắc đây là một nhiệm vụ, hoặc không chắc ai chủ trì.',
    en: 'The reader is not sure that this is a task, or who leads it.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

const sentences = new Map<string, Sentence>([
  ...Object.entries(readingWarnings),
  ...Object.entries(draftDoubts),
  ...Object.entries(draftsRefusals).map(([code, sentence]): [string, Sentence] => [
    code.replace('drafts.', ''),
    sentence,
  ]),
]);

/**
 * The sentence of a doubt in the language asked for. A doubt is stored with its Vietnamese sentence, filled in; what was
 * filled in is found again by that sentence's places, so that both languages quote the same words of the document.
 * A sentence that is not known, or no longer reads so, is given as it was stored.
 */
export function sayDoubt(code: string, stored: string, language: Language): string {
  const sentence = sentences.get(code);
  if (language === 'vi' || sentence === undefined) return stored;
  const details = findDetails(sentence.vi, stored);
  return details === null ? stored : fillSentence(sentence[language], details);
}

/** What stands at the places of the template, or null when `filled` was not made from it. */
function findDetails(template: string, filled: string): Record<string, string> | null {
  const [begin = '', ...rest] = template.split(/\{(\w+)\}/);
  if (!filled.startsWith(begin)) return null;
  const details: Record<string, string> = {};
  let at = begin.length;
  for (let part = 0; part < rest.length; part += 2) {
    const next = rest[part + 1] ?? '';
    const isLast = part + 2 === rest.length;
    const end = isLast ? filled.length - next.length : filled.indexOf(next, at);
    if (end < at || !filled.startsWith(next, end)) return null;
    details[rest[part] ?? ''] = filled.slice(at, end);
    at = end + next.length;
  }
  return at === filled.length ? details : null;
}
