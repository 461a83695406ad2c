import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { tablesWithoutPolicies } from '../../testing/tables-without-policies.ts';
import { reachRoles } from './application-role.ts';

// Asks the catalogue of PostgreSQL, so that it holds for every table that will ever be added.

let cloned: TestDatabase;
let owner: Client;
beforeAll(async () => {
  cloned = await cloneDatabase();
  owner = new Client({ connectionString: cloned.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await cloned.drop();
});

async function list(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ found: string }>(query);
  return rows.map(({ found }) => found);
}

const ours = `relnamespace = 'public'::regnamespace and not exists (
  select from pg_depend where objid = pg_class.oid and deptype = 'e')`;

describe('the catalogue of the database', () => {
  it('has forced row-level security on every table, or a reason', async () => {
    const all = await list(`select relname as found from pg_class where relkind in ('r', 'p') and ${ours}`);
    const forced = await list(
      `select relname as found from pg_class where relkind in ('r', 'p') and ${ours} and relrowsecurity and relforcerowsecurity`,
    );
    const reviewed = Object.keys(tablesWithoutPolicies);
    console.log(
      `catalogue: ${all.length} tables, ${forced.length} under forced row-level security, ${reviewed.length} with a reason`,
    );
    expect(all.filter((name) => !forced.includes(name) && !reviewed.includes(name))).toEqual([]);
    expect(reviewed.filter((name) => forced.includes(name) || !all.includes(name))).toEqual([]);
    expect(Object.values(tablesWithoutPolicies).every((reason) => reason.length > 20)).toBe(true);
  });

  it('holds nothing that names a child or a case outside forced row-level security', async () => {
    const columns = `'child_id', 'case_id', 'glass_id'`;
    expect(
      await list(`select distinct relname as found from pg_class join pg_attribute on attrelid = pg_class.oid
        where ${ours} and relkind in ('r', 'p') and attname in (${columns}) and not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([]);
  });

  it('has a policy for select on every such table, and for each right of the application', async () => {
    expect(
      await list(`
        select relname || ': ' || privilege as found from pg_class
        cross join (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) as p (privilege, letter)
        where ${ours} and relkind = 'r' and relforcerowsecurity
          and (has_table_privilege('mangnon_app', oid, privilege)
            or privilege <> 'DELETE' and has_any_column_privilege('mangnon_app', oid, privilege))
          and not exists (select from pg_policy where polrelid = pg_class.oid and polcmd in (letter::"char", '*')
            -- Or for everybody whose reach is not one place: then each other role of reach has its own, or sees nothing.
            and polroles && array['mangnon_app', 'mangnon_many']::regrole[]::oid[])`),
    ).toEqual([]);
  });

  it('never lays a policy for all beside one for a single role of reach: they would add up', async () => {
    const roles = `array['${reachRoles.join(`', '`)}']::regrole[]::oid[]`;
    const parted = await list(
      `select distinct polrelid::regclass::text as found from pg_policy where polroles && ${roles}`,
    );
    expect(parted.length).toBe(11);
    expect(
      await list(`select polname as found from pg_policy where polrelid::regclass::text = any ('{${parted.join()}}')
        and (not polroles <@ (${roles} || 'mangnon_guard'::regrole::oid) or cardinality(polroles) <> 1)`),
    ).toEqual([]);
  });

  it('gives the roles of reach nothing of their own', async () => {
    for (const role of reachRoles)
      expect(
        await list(`select relname as found from pg_class, aclexplode(relacl) as granted
          where grantee = '${role}'::regrole
          union all select proname from pg_proc, aclexplode(proacl) as granted where grantee = '${role}'::regrole
          union all select 'mangnon_app reaches it' where pg_has_role('mangnon_app', '${role}', 'member')
          union all select rolname from pg_roles r where pg_has_role('${role}', r.oid, 'member')
            and rolname not in ('mangnon_app', '${role}')`),
      ).toEqual([]);
  });

  it('has no view that asks with rights of its owner, and no materialised view', async () => {
    expect(
      await list(`select relname as found from pg_class where ${ours} and (relkind = 'm'
        or relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`),
    ).toEqual([]);
  });

  it('ties every record of a child or case to its place as well', async () => {
    // A key on the id alone would let a row be hung on a record nobody may see, and tell that it exists.
    expect(
      await list(`select conname as found from pg_constraint where contype = 'f'
        and confrelid in ('child'::regclass, 'case_file'::regclass) and cardinality(conkey) < 4`),
    ).toEqual([]);
  });

  it('keeps every unique key of such a table to random ids or to the scope', async () => {
    const unique = await list(`select distinct i.indexrelid::regclass::text as found from pg_index i
      join pg_class on pg_class.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where ${ours} and i.indisunique and pg_class.relforcerowsecurity and a.atttypid <> 'uuid'::regtype
        and a.attname not in ('place_id', 'province_id')`);
    // The token is keyed: without the key nobody can ask for one. Numbers of reports are given by the database alone, and a
    // value is refused by its policy before its key is looked at.
    const reviewed = ['child_name_token_pkey', 'report_version_pkey', 'report_value_pkey', 'report_explanation_pkey'];
    expect(unique.filter((name) => !reviewed.includes(name))).toEqual([]);
  });

  it('compares in policies only by leakproof operators, and marks no function of ours leakproof', async () => {
    const types = await list(`select distinct t.typname as found from pg_class
      join pg_attribute a on a.attrelid = pg_class.oid join pg_type t on t.oid = a.atttypid
      where ${ours} and relkind = 'r' and relforcerowsecurity and attnum > 0 and not attisdropped
        and a.attname in (select regexp_matches[1] from pg_policies p,
          regexp_matches(coalesce(p.qual, '') || coalesce(p.with_check, ''), '\\m([a-z_]+)\\M', 'g')
          where p.schemaname = 'public' and p.tablename = pg_class.relname)`);
    expect(types.length).toBeGreaterThan(1);
    expect(
      types.filter(
        (type) => !['text', 'int2', 'int4', 'int8', 'uuid', 'date', 'timestamptz', 'bool', 'bytea'].includes(type),
      ),
    ).toEqual([]);
    expect(
      await list(`select typname as found from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'`),
    ).toEqual([]);
    expect(
      await list(`select proname as found from pg_proc where pronamespace = 'public'::regnamespace and proleakproof
        and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`),
    ).toEqual([]);
  });

  it('lets functions with rights of their owner be those of a small list, pinned, and not of a superuser where they look at persons', async () => {
    const definers = await owner.query<{ name: string; role: string; pinned: boolean }>(
      `select proname as name, proowner::regrole::text as role,
         coalesce(proconfig::text like '%search_path=%', false) as pinned
       from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    );
    const byOwner = new Set(['analyze_places', 'audit_link', 'audit_settle']);
    expect(definers.rows.filter(({ pinned }) => !pinned)).toEqual([]);
    const others = definers.rows.filter(({ name, role }) => role !== 'mangnon_guard' && !byOwner.has(name));
    expect(others).toEqual([{ name: 'enqueue_job', role: 'mangnon_jobs', pinned: true }]);
  });

  it.each(['mangnon_app', 'mangnon_guard', 'mangnon_jobs', ...reachRoles])(
    'gives %s no power of its own',
    async (role) => {
      expect(
        await list(`select rolname as found from pg_roles where rolname = '${role}'
        and (rolsuper or rolbypassrls or rolcanlogin or rolcreatedb or rolcreaterole)`),
      ).toEqual([]);
      expect(await list(`select relname as found from pg_class where relowner = '${role}'::regrole`)).toEqual([]);
      expect(
        await list(`select relname as found from pg_class where ${ours} and relkind = 'r'
        and (has_table_privilege('${role}', oid, 'TRUNCATE') or has_table_privilege('${role}', oid, 'TRIGGER')
          or relforcerowsecurity and has_table_privilege('${role}', oid, 'DELETE') and relname <> 'child_name_token')`),
      ).toEqual([]);
    },
  );
});
