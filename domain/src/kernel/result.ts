/**
 * A refusal is an answer, not an accident: the input was understood and is not accepted.
 * `code` is `module.reason`; its sentence in Vietnamese and English stands in that module's `*.refusals.ts`.
 * `where` names the place in the input (a JSON path, a row, a line). `details` fills the sentence and may
 * carry what the screen needs to show (the other person's value, the limit that was passed).
 * Bugs are not refusals: they throw.
 */
export interface Refusal {
  readonly code: string;
  readonly where?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(code: string, more: Omit<Refusal, 'code'> = {}): Result<never> {
  return { ok: false, refusal: { code, ...more } };
}
