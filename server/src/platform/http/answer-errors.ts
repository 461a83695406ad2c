import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import { InvalidInput } from './invalid-input.ts';
import { sendRefusal, type RefusalBody } from './refusal-answer.ts';

/** Codes of what is thrown, of the web server and of those that cannot refuse where they stand. */
const byCode: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'platform.wrong_content_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'platform.body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'platform.unreadable_body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'platform.unreadable_body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'platform.unreadable_body',
  FST_REQ_FILE_TOO_LARGE: 'platform.body_too_large',
  KEYS_UNAVAILABLE: 'keys.unavailable',
};

/** Connection lost or refused, server stopping or starting, too many connections. */
const databaseAway = /^(08|57P0|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/;

const away: ReadonlySet<string> = new Set(['platform.database_unavailable', 'keys.unavailable']);

/** Turns whatever was thrown into an answer that says what to do and tells nothing of the inside. */
export function answerErrors(app: FastifyInstance, refusals: Refusals): void {
  app.setErrorHandler((error: FastifyError | InvalidInput, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof InvalidInput) return sendInvalidInput(reply, refusals, error);
    const refusal = findRefusal(error);
    if (refusal !== null) {
      if (away.has(refusal.code)) request.log.error({ err: error }, 'something this rests on does not answer');
      return sendRefusal(reply, refusals, refusal);
    }
    request.log.error({ err: error }, 'unexpected error');
    const body: RefusalBody = {
      code: 'platform.unexpected_error',
      where: null,
      details: { id: request.id },
      message: {
        vi: `Có lỗi trong hệ thống, việc vừa làm chưa được thực hiện. Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã ${request.id}.`,
        en: `Something went wrong inside, and what you asked for was not done. Try again; if it stays, tell your administrator the number ${request.id}.`,
      },
    };
    return reply.code(500).send(body);
  });
}

function sendInvalidInput(reply: FastifyReply, refusals: Refusals, error: InvalidInput): FastifyReply {
  const sentence = refusals['platform.invalid_input'];
  if (sentence === undefined) throw error;
  const fill = (language: 'vi' | 'en') =>
    sentence[language].replace('{where}', error.where).replace('{problem}', error.problem[language]);
  const body: RefusalBody = {
    code: 'platform.invalid_input',
    where: error.where,
    details: {},
    message: { vi: fill('vi'), en: fill('en') },
  };
  return reply.code(sentence.status).send(body);
}

function findRefusal(error: FastifyError): Refusal | null {
  const known = byCode[error.code];
  if (known !== undefined) return { code: known };
  if (
    databaseAway.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
  ) {
    return { code: 'platform.database_unavailable' };
  }
  // What else Fastify says no to (a malformed address, a broken upload) is the caller's, and never an inside matter.
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? { code: 'platform.unreadable_body' }
    : null;
}
