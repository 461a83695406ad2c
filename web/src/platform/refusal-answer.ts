import { RefusalError } from './refusal-error.ts';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A refusal as the server writes it: `{ code, message: { vi, en }, where?, details? }`; null for anything else. */
export function readRefusal(status: number, value: unknown): RefusalError | null {
  if (!isRecord(value) || typeof value['code'] !== 'string' || !isRecord(value['message'])) return null;
  const { vi, en } = value['message'];
  if (typeof vi !== 'string' || typeof en !== 'string') return null;
  return new RefusalError({
    code: value['code'],
    message: { vi, en },
    status,
    where: typeof value['where'] === 'string' ? value['where'] : undefined,
    details: isRecord(value['details']) ? value['details'] : undefined,
  });
}
