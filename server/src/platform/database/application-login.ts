import { createHmac, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { StartFailure } from '../start-failure.ts';
import { applicationRole } from './application-role.ts';

type Told = Sentence;

/**
 * The address under which the server works: a login of its own that owns nothing and may step into `mangnon_app` alone,
 * so that whoever gets SQL of theirs into a request cannot become the owner. Made here where it is missing. Its password
 * is drawn from the owner's, so that every copy of the program comes to the same one and nothing more has to be kept.
 * `given` is the login an office made by itself (MANGNON_APP_DATABASE_URL). Throws a StartFailure, with the statements
 * for the administrator, where there is no such login and ours may not make it, or where it could do too much.
 */
export async function findApplicationLogin(ownerUrl: string, given: string | null = null): Promise<string> {
  if (given !== null) {
    const reason = await findFault(given);
    if (reason !== null) throw notUsable(reason);
    return given;
  }
  const owner = new URL(ownerUrl);
  const login = new URL(ownerUrl);
  login.username = `mangnon_server_${createHash('sha256').update(owner.username).digest('hex').slice(0, 8)}`;
  // Where the owner is let in without a password (trust), so is this login; it is given none.
  if (owner.password !== '')
    login.password = createHmac('sha256', decodeURIComponent(owner.password))
      .update(`mangnon server login|${owner.username}`)
      .digest('base64url');
  let reason = await findFault(login.href);
  for (let attempt = 0; reason !== null && attempt < 3; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- another copy may be making the same login at this moment
    reason = (await makeLogin(ownerUrl, login)) ?? (await findFault(login.href));
  }
  if (reason !== null) throw notUsable(reason);
  return login.href;
}

/** Makes the login, or gives an older one the password of today; says why where that failed. */
async function makeLogin(ownerUrl: string, { username, password }: URL): Promise<Told | null> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'mangnon login' });
  try {
    await client.connect();
    const found = await client.query('select from pg_roles where rolname = $1', [username]);
    const verb = found.rowCount === 0 ? 'create' : 'alter';
    // The verifier, not the password: statements may be written into the log of the database.
    await client.query(
      `${verb} role ${username} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole
       password ${password === '' ? 'null' : `'${scramVerifier(password)}'`}`,
    );
    await client.query(`grant ${applicationRole} to ${username}`);
    return null;
  } catch (error) {
    return said(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL keeps of a password (RFC 5802, RFC 7677). The passwords made here are plain ASCII. */
function scramVerifier(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** Why the server may not work under this login, or `null`. */
async function findFault(url: string): Promise<Told | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query(`set role ${applicationRole}`);
    const { rows } = await client.query<{ login: string; mighty: boolean; owns: boolean }>(
      `select session_user as login, rolsuper or rolbypassrls or rolcreaterole as mighty,
         exists (select from pg_class where relnamespace = 'public'::regnamespace
           and pg_has_role(session_user, relowner, 'member')) as owns
       from pg_roles where rolname = session_user`,
    );
    const [found] = rows;
    if (found?.mighty !== false || found.owns) {
      return {
        vi: `${found?.login} là superuser, tạo được vai trò, bỏ qua bảo mật theo dòng hoặc sở hữu bảng`,
        en: `${found?.login} is a superuser, may make roles, bypasses row-level security or owns tables`,
      };
    }
    return null;
  } catch (error) {
    return said(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function said(error: unknown): Told {
  const { message } = error as Error;
  return { vi: `PostgreSQL báo: ${message}`, en: `PostgreSQL says: ${message}` };
}

function notUsable(reason: Told): StartFailure {
  const make = `create role mangnon_server login noinherit password '…'; grant ${applicationRole} to mangnon_server;`;
  return new StartFailure({
    vi: `Máy chủ chưa có tài khoản cơ sở dữ liệu riêng (${reason.vi}). Nhờ người quản trị PostgreSQL chạy: ${make} rồi đặt MANGNON_APP_DATABASE_URL.`,
    en: `The server has no login to the database of its own (${reason.en}). Ask the administrator of PostgreSQL to run: ${make} and set MANGNON_APP_DATABASE_URL.`,
  });
}
