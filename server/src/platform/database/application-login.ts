import { createHmac, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { StartFailure } from '../start-failure.ts';
import { applicationRole, ensureRoles, guardRole, jobsRole, reachRoles } from './application-role.ts';

type Told = Sentence;

/** A login of the program, and the roles it may step into. */
interface Kind {
  readonly roles: readonly string[];
  /** Part of its name, and of what its password is drawn from. */
  readonly named: string;
  readonly setting: string;
}

const application: Kind = {
  roles: [applicationRole, ...reachRoles],
  named: 'server',
  setting: 'MANGNON_APP_DATABASE_URL',
};
const jobs: Kind = { roles: [jobsRole], named: 'jobs', setting: 'MANGNON_JOBS_DATABASE_URL' };

/**
 * The address under which the server works: a login of its own that owns nothing and may step into `mangnon_app` and
 * the roles of reach alone, so that whoever gets SQL of theirs into a request cannot become the owner. Made here where it is missing. Its password
 * is drawn from the owner's, so that every copy of the program comes to the same one and nothing more has to be kept.
 * `given` is the login an office made by itself (MANGNON_APP_DATABASE_URL). Throws a StartFailure, with the statements
 * for the administrator, where there is no such login and ours may not make it, or where it could do too much.
 */
export async function findApplicationLogin(ownerUrl: string, given: string | null = null): Promise<string> {
  return findLogin(application, ownerUrl, given);
}

/** The same for the queue of background tasks: into `mangnon_jobs` alone, which sees no table but those of the queue. */
export async function findJobsLogin(ownerUrl: string, given: string | null = null): Promise<string> {
  return findLogin(jobs, ownerUrl, given);
}

async function findLogin(kind: Kind, ownerUrl: string, given: string | null): Promise<string> {
  if (given !== null) {
    const reason = await findFault(kind, given);
    if (reason !== null) throw notUsable(kind, reason);
    return given;
  }
  const owner = new URL(ownerUrl);
  const login = new URL(ownerUrl);
  const hash = createHash('sha256').update(owner.username).digest('hex').slice(0, 8);
  login.username = `mangnon_${kind.named}_${hash}`;
  // Where the owner is let in without a password (trust), so is this login; it is given none.
  if (owner.password !== '')
    login.password = createHmac('sha256', decodeURIComponent(owner.password))
      .update(`mangnon ${kind.named} login|${owner.username}`)
      .digest('base64url');
  let reason = await findFault(kind, login.href);
  for (let attempt = 0; reason !== null && attempt < 3; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- another copy may be making the same login at this moment
    reason = (await makeLogin(kind, ownerUrl, login)) ?? (await findFault(kind, login.href));
  }
  if (reason !== null) throw notUsable(kind, reason);
  return login.href;
}

/** Makes the login, or gives an older one the password of today; says why where that failed. */
async function makeLogin({ roles }: Kind, ownerUrl: string, { username, password }: URL): Promise<Told | null> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'mangnon login' });
  try {
    await client.connect();
    // A login for the lock on the data folder is made before anything is migrated.
    await ensureRoles(client, roles);
    const found = await client.query('select from pg_roles where rolname = $1', [username]);
    // The verifier, not the password: statements may be written into the log of the database.
    const secret = password === '' ? 'null' : `'${scramVerifier(password)}'`;
    // An owner who is no superuser may not even say `nosuperuser` of a role that is there: findFault looks at that.
    const [verb, powers] =
      found.rowCount === 0 ? ['create', 'nosuperuser nobypassrls nocreatedb nocreaterole'] : ['alter', ''];
    await client.query(`${verb} role ${username} login noinherit ${powers} password ${secret}`);
    await client.query(`grant ${roles.join(', ')} to ${username}`);
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
async function findFault({ roles }: Kind, url: string): Promise<Told | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{
      login: string;
      mighty: boolean;
      owns: boolean;
      more: string | null;
      lacks: string | null;
    }>(
      `select session_user as login, rolsuper or rolbypassrls or rolcreaterole as mighty,
         exists (select from pg_class join pg_namespace n on n.oid = relnamespace
           where n.nspname in ('public', 'graphile_worker') and pg_has_role(session_user, relowner, 'member')) as owns,
         (select min(other.rolname) from pg_roles other
           where other.rolname = any ($1) and pg_has_role(session_user, other.oid, 'member')) as more,
         (select string_agg(role, ', ' order by n) from unnest($2::text[]) with ordinality as asked (role, n)
           where not exists (select from pg_roles r where r.rolname = role and pg_has_role(session_user, r.oid, 'member')))
           as lacks
       from pg_roles where rolname = session_user`,
      [[applicationRole, guardRole, jobsRole, ...reachRoles].filter((other) => !roles.includes(other)), roles],
    );
    const [found] = rows;
    if (found?.mighty !== false || found.owns) {
      return {
        vi: `${found?.login} là superuser, tạo được vai trò, bỏ qua bảo mật theo dòng hoặc sở hữu bảng`,
        en: `${found?.login} is a superuser, may make roles, bypasses row-level security or owns tables`,
      };
    }
    if (found.more !== null) {
      return {
        vi: `${found.login} còn vào được vai trò ${found.more}, mỗi tài khoản chỉ được vai trò của việc mình`,
        en: `${found.login} may also step into ${found.more}, and each login may have the roles of its own work alone`,
      };
    }
    if (found.lacks !== null) {
      const run = `grant ${found.lacks} to ${found.login};`;
      return {
        vi: `${found.login} chưa vào được vai trò ${found.lacks}; nếu các vai trò đã có thì chạy: ${run}`,
        en: `${found.login} may not step into ${found.lacks}; where these roles are there, run: ${run}`,
      };
    }
    // oxlint-disable-next-line no-await-in-loop -- once at the start
    for (const role of roles) await client.query(`set role ${role}`);
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

function notUsable({ roles, named, setting }: Kind, reason: Told): StartFailure {
  const login = `mangnon_${named}_login`;
  const make = `create role ${login} login noinherit password '…'; grant ${roles.join(', ')} to ${login};`;
  return new StartFailure({
    vi: `Máy chủ chưa có tài khoản cơ sở dữ liệu riêng (${reason.vi}). Nhờ người quản trị PostgreSQL chạy: ${make} rồi đặt ${setting}.`,
    en: `The server has no login to the database of its own (${reason.en}). Ask the administrator of PostgreSQL to run: ${make} and set ${setting}.`,
  });
}
