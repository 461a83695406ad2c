import type { Client } from 'pg';
import { StartFailure } from '../start-failure.ts';

/** The role the server works under. It owns nothing and holds only what the migrations grant it. */
export const applicationRole = 'mangnon_app';

const alreadyThere = new Set(['42710', '23505']);

/**
 * Makes the role where it is missing and lets our own login step into it. Throws a StartFailure with the two
 * statements for the database administrator where our login may not do that.
 */
export async function ensureApplicationRole(client: Client): Promise<void> {
  try {
    const found = await client.query('select from pg_roles where rolname = $1', [applicationRole]);
    if (found.rowCount === 0) await createRole(client);
    const member = await client.query(
      `select pg_has_role(current_user, $1, 'member') as granted, rolsuper from pg_roles where rolname = current_user`,
      [applicationRole],
    );
    if (member.rows[0]?.granted !== true) await client.query(`grant ${applicationRole} to current_user`);
  } catch (cause) {
    throw new StartFailure(
      {
        vi: `Tài khoản của MANGNON_DATABASE_URL không tạo được vai trò ${applicationRole}. Nhờ người quản trị PostgreSQL chạy: create role ${applicationRole} nologin; grant ${applicationRole} to <tài khoản>;`,
        en: `The login in MANGNON_DATABASE_URL may not create the role ${applicationRole}. Ask the administrator of PostgreSQL to run: create role ${applicationRole} nologin; grant ${applicationRole} to <login>;`,
      },
      cause,
    );
  }
}

async function createRole(client: Client): Promise<void> {
  try {
    await client.query(`create role ${applicationRole} nologin noinherit nosuperuser nobypassrls`);
  } catch (error) {
    // Roles belong to the whole server: another installation may have made it in this very moment.
    if (!alreadyThere.has(String((error as { code?: unknown }).code))) throw error;
  }
}
