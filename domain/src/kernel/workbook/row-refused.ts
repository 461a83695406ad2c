import { accept, type Refusal, type Result } from '../result.ts';

class RowRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Inside `readRow`: gives the value, or leaves the row. A row is told by the first thing wrong in it. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new RowRefused(result.refusal);
  return result.value;
}

/** What `read` makes of a row, or the refusal that it met by `need`. */
export function readRow<T>(read: () => T): Result<T> {
  try {
    return accept(read());
  } catch (error) {
    if (error instanceof RowRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
