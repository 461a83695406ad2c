import type { Client } from 'pg';
import { StartFailure } from '../start-failure.ts';

/** The role the server works under. It owns nothing and holds only what the migrations grant it. */
export const applicationRole = 'mangnon_app';

/** The role that owns the functions policies ask (database/policies): it cannot log in and bypasses nothing. */
export const guardRole = 'mangnon_guard';

/** The role that works on the queue of background tasks, in its schema alone: it sees no other table. */
export const jobsRole = 'mangnon_jobs';

/**
 * The roles a request steps into for its transaction (begin-as.ts), each with policies of its own on the records of
 * children and cases: for who reaches one commune, one province or the whole country by one post, and for everybody else.
 * All else they have from `mangnon_app`, of which they are members.
 */
export const reachRoles = ['mangnon_commune', 'mangnon_province', 'mangnon_nation', 'mangnon_many'] as const;

const reaching = new Set<string>(reachRoles);
const alreadyThere = new Set(['42710', '23505']);

/**
 * Makes the roles where they are missing and lets our own login step into them. Throws a StartFailure with the
 * statements for the database administrator where our login may not do that.
 */
export async function ensureApplicationRole(client: Client): Promise<void> {
  await ensureRoles(client, [applicationRole, guardRole, jobsRole, ...reachRoles]);
}

/** These of the roles alone, in this order; see ensureApplicationRole. */
export async function ensureRoles(client: Client, roles: readonly string[]): Promise<void> {
  const lacking = await listLacking(client, roles);
  for (const { run } of lacking) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each builds on the one before it, once in the life of a server
      await client.query(run);
    } catch (cause) {
      // Roles belong to the whole server: another installation may have made it in this very moment.
      if (alreadyThere.has(String((cause as { code?: unknown }).code))) continue;
      throw notMade(
        roles,
        lacking.map(({ told }) => told),
        cause,
      );
    }
  }
}

interface Statement {
  readonly run: string;
  /** The same for an administrator to run. */
  readonly told: string;
}

async function listLacking(client: Client, roles: readonly string[]): Promise<Statement[]> {
  const { rows } = await client.query<{ role: string; there: boolean; member: boolean; works: boolean }>(
    `select role, r.oid is not null as there, coalesce(pg_has_role(current_user, r.oid, 'member'), false) as member,
       coalesce(pg_has_role(r.oid, app.oid, 'usage'), false) as works
     from unnest($1::text[]) with ordinality as asked (role, n) left join pg_roles r on r.rolname = role
     left join pg_roles app on app.rolname = $2 order by n`,
    [roles, applicationRole],
  );
  return rows.flatMap(({ role, there, member, works }) => {
    const inherit = reaching.has(role) ? 'inherit' : 'noinherit';
    const create = `create role ${role} nologin ${inherit}`;
    const join = { run: `grant ${applicationRole} to ${role}`, told: `grant ${applicationRole} to ${role}` };
    return [
      ...(there ? [] : [{ run: `${create} nosuperuser nobypassrls`, told: create }]),
      ...(reaching.has(role) && !works ? [join] : []),
      ...(member ? [] : [{ run: `grant ${role} to current_user`, told: `grant ${role} to <login>` }]),
    ];
  });
}

function notMade(roles: readonly string[], statements: readonly string[], cause: unknown): StartFailure {
  const [named, run] = [roles.join(', '), statements.join('; ')];
  return new StartFailure(
    {
      vi: `Tài khoản của MANGNON_DATABASE_URL không tạo được các vai trò ${named}. Nhờ người quản trị PostgreSQL chạy: ${run.replaceAll('<login>', '<tài khoản>')};`,
      en: `The login in MANGNON_DATABASE_URL may not make the roles ${named}. Ask the administrator of PostgreSQL to run: ${run};`,
    },
    cause,
  );
}
