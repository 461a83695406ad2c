import { Client } from 'pg';
import { StartFailure } from '../start-failure.ts';

const oldest = 15;

/**
 * Connects once to see that the database answers, lets us in and is PostgreSQL 15 or newer. Throws a StartFailure
 * that names the host and database, never the password.
 */
export async function assertUsableDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  const place = describePlace(url);
  let number: number;
  try {
    await client.connect();
    const answer = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`);
    number = Number(answer.rows[0]?.number);
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new StartFailure(
      {
        vi: `Không kết nối được cơ sở dữ liệu ${place} (${reason}). Hãy kiểm tra MANGNON_DATABASE_URL và PostgreSQL đang chạy.`,
        en: `The database ${place} cannot be reached (${reason}). Check MANGNON_DATABASE_URL and that PostgreSQL is running.`,
      },
      cause,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  assertNewEnough(number, place);
}

/** `number` as PostgreSQL gives it: 150004 for 15.4. */
export function assertNewEnough(number: number, place: string): void {
  const major = Math.floor(number / 10_000);
  if (major >= oldest) return;
  throw new StartFailure({
    vi: `Cơ sở dữ liệu ${place} là PostgreSQL ${major}; cần PostgreSQL ${oldest} trở lên. Hãy nâng cấp rồi khởi động lại.`,
    en: `The database ${place} is PostgreSQL ${major}; PostgreSQL ${oldest} or newer is needed. Upgrade it and start again.`,
  });
}

function describePlace(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}

function reasonOf(error: unknown): string {
  // A host with two addresses fails with both reasons, and no message of its own.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
