import type { Refusal } from '@mangnon/domain/kernel/result.ts';

/** Leaves a parser from deep inside; caught at the module's door and handed on as a refusal, never further. */
export class FileRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: string, details?: Readonly<Record<string, unknown>>) {
    super(code);
    this.refusal = details === undefined ? { code } : { code, details };
  }
}
