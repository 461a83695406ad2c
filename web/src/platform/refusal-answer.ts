import { RefusalError } from './refusal-error.ts';

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A refusal as the server writes it: `{ code, message: { vi, en }, where, details }`; null for anything else. */
export function readRefusal(status: number, value: unknown): RefusalError | null {
  if (!isRecord(value)) return null;
  const { code, message, where, details } = value;
  if (typeof code !== 'string' || !isRecord(message)) return null;
  const { vi, en } = message;
  if (typeof vi !== 'string' || typeof en !== 'string') return null;
  return new RefusalError({
    code,
    message: { vi, en },
    status,
    where: typeof where === 'string' ? where : undefined,
    details: isRecord(details) ? details : undefined,
  });
}
