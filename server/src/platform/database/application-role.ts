import type { Client } from 'pg';
import { StartFailure } from '../start-failure.ts';

/** The role the server works under. It owns nothing and holds only what the migrations grant it. */
export const applicationRole = 'mangnon_app';

/** The role that owns the functions policies ask (database/policies): it cannot log in and bypasses nothing. */
export const guardRole = 'mangnon_guard';

const alreadyThere = new Set(['42710', '23505']);

/** The role that works on the queue of background tasks, in its schema alone: it sees no other table. */
export const jobsRole = 'mangnon_jobs';

/**
 * Makes the roles where they are missing and lets our own login step into them. Throws a StartFailure with the
 * statements for the database administrator where our login may not do that.
 */
export async function ensureApplicationRole(client: Client): Promise<void> {
  for (const role of [applicationRole, guardRole, jobsRole]) await ensureRole(client, role);
}

/** One of these roles alone; see ensureApplicationRole. */
export async function ensureRole(client: Client, role: string): Promise<void> {
  try {
    const found = await client.query('select from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await createRole(client, role);
    const member = await client.query(`select pg_has_role(current_user, $1, 'member') as granted`, [role]);
    if (member.rows[0]?.granted !== true) await client.query(`grant ${role} to current_user`);
  } catch (cause) {
    throw new StartFailure(
      {
        vi: `Tài khoản của MANGNON_DATABASE_URL không tạo được vai trò ${role}. Nhờ người quản trị PostgreSQL chạy: create role ${role} nologin; grant ${role} to <tài khoản>;`,
        en: `The login in MANGNON_DATABASE_URL may not create the role ${role}. Ask the administrator of PostgreSQL to run: create role ${role} nologin; grant ${role} to <login>;`,
      },
      cause,
    );
  }
}

async function createRole(client: Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin noinherit nosuperuser nobypassrls`);
  } catch (error) {
    // Roles belong to the whole server: another installation may have made it in this very moment.
    if (!alreadyThere.has(String((error as { code?: unknown }).code))) throw error;
  }
}
