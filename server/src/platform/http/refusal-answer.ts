import type { FastifyReply } from 'fastify';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { fillSentence, type Refusals } from '@mangnon/domain/kernel/sentence.ts';

/** The body of every answer that is not 2xx. */
export interface RefusalBody {
  readonly code: string;
  readonly where: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly message: { readonly vi: string; readonly en: string };
}

/** Sends a refusal with the status and the two sentences of its code. A code no module knows is a bug, and throws. */
export function sendRefusal(reply: FastifyReply, refusals: Refusals, refusal: Refusal): FastifyReply {
  const sentence = refusals[refusal.code];
  if (sentence === undefined) throw new Error(`no sentence stands for the refusal ${refusal.code}`);
  const details = refusal.details ?? {};
  const filling = { where: refusal.where ?? '', ...details };
  const message = { vi: fillSentence(sentence.vi, filling), en: fillSentence(sentence.en, filling) };
  const body: RefusalBody = { code: refusal.code, where: refusal.where ?? null, details, message };
  return reply.code(sentence.status).send(body);
}
