import type { Refusal, Result } from '@mangnon/domain/kernel/result.ts';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import { tellRefusal } from '@mangnon/domain/kernel/tell-refusal.ts';

/** Most problems told at a time; the count tells the rest. */
const mostTold = 50;

/** One refusal for all that is wrong: its sentence tells the first, its details each with its own sentence. */
export function refuseAll(code: string, sentences: Refusals, wrong: readonly Refusal[]): Result<never> {
  const problems = wrong
    .slice(0, mostTold)
    .map((refusal) => ({ ...refusal, message: tellRefusal(sentences, refusal) }));
  const [first] = problems;
  const details = { count: wrong.length, first: first?.message.vi, firstEn: first?.message.en, problems };
  return { ok: false, refusal: { code, ...(first?.where !== undefined && { where: first.where }), details } };
}
