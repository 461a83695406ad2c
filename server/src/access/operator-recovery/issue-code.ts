import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';
import { StartFailure } from '../../platform/start-failure.ts';
import { drawEntryCode, hashEntryCode } from '../handed-code.ts';
import { insertCode, knowsCodes, listAdministrators } from './issue-code.queries.ts';

/** An hour: long enough to carry it to the person, and no longer. */
const codeLife = 3_600_000;

export interface IssuedCode {
  readonly code: string;
  readonly name: string;
  readonly login: string;
  readonly expiresAt: Date;
  /** How many others administer this installation; they are told. */
  readonly others: number;
}

/**
 * Makes a code for the administrator with this sign-in name. `database` signs in as the owner of the schema. Throws a
 * StartFailure where nobody of that name administers this installation, or its schema is older than such codes.
 */
export async function issueCode(database: Kysely<DB>, login: string, now: Date): Promise<IssuedCode> {
  if (!(await knowsCodes(database))) throw notMigrated;
  return database.transaction().execute(async (transaction) => {
    const administrators = await listAdministrators(transaction, login);
    const found = administrators.find(({ asked }) => asked);
    if (found === undefined) throw nobody(login, administrators);
    const code = drawEntryCode();
    const expiresAt = new Date(now.getTime() + codeLife);
    await insertCode(transaction, { accountId: found.id, codeHash: hashEntryCode(code), expiresAt }, now);
    return { code, name: found.name, login: found.login, expiresAt, others: administrators.length - 1 };
  });
}

const notMigrated = new StartFailure({
  vi: 'Cơ sở dữ liệu này cũ hơn chương trình. Hãy chạy: npx mangnon migrate',
  en: 'This database is older than the program. Run: npx mangnon migrate',
});

function nobody(login: string, administrators: readonly { readonly login: string }[]): StartFailure {
  const known = administrators.map((one) => one.login).join(', ') || '–';
  return new StartFailure({
    vi: `Không có người quản trị nào đang dùng tên đăng nhập «${login}». Những người quản trị hiện có: ${known}.`,
    en: `Nobody who administers this installation has the sign-in name “${login}”. Its administrators: ${known}.`,
  });
}
