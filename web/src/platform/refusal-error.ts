import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';

/** The server understood the request and does not accept it; the sentences come from the module that refused. */
export class RefusalError extends Error {
  readonly code: string;
  readonly sentence: Sentence;
  readonly status: number;
  readonly where: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(refusal: {
    code: string;
    message: Sentence;
    status: number;
    where?: string | undefined;
    details?: Readonly<Record<string, unknown>> | undefined;
  }) {
    super(`${refusal.code}: ${refusal.message.en}`);
    this.name = 'RefusalError';
    this.code = refusal.code;
    this.sentence = refusal.message;
    this.status = refusal.status;
    this.where = refusal.where;
    this.details = refusal.details ?? {};
  }
}

/** No answer came: no network, the server is down, or the answer broke off. Nothing is known about the request. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause });
    this.name = 'NetworkError';
  }
}

/** The server answered with something outside the contract: a bug there, or another program on its address. */
export class ServerFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status} outside the contract`);
    this.name = 'ServerFault';
    this.status = status;
  }
}

export function isRefusal(error: unknown, code?: string): error is RefusalError {
  return error instanceof RefusalError && (code === undefined || error.code === code);
}
