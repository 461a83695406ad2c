import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';

/** Any number will do, as long as every copy of the program takes the same. */
const queueLock = 4_150_006;

/**
 * Brings the queue's own schema up to date as the owner, whose connections are closed again, and opens it to
 * `mangnon_jobs`: what the server works on it with owns nothing. Its tables stand under row-level security without a
 * policy, so each is given one. Copies starting at once wait for one another. Run it after the migrations.
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'mangnon queue' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [queueLock]);
    await runMigrations({ connectionString: ownerUrl });
    await client.query(openToJobs);
  } finally {
    await client.end();
  }
}

// A table is opened once: its policy tells. A newer version of the queue may bring further ones.
const openToJobs = `do $$
declare
  named text;
begin
  for named in
    select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r'
      and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'mangnon_jobs')
  loop
    execute format('create policy mangnon_jobs on graphile_worker.%I to mangnon_jobs using (true) with check (true)', named);
    execute format('grant select %s on graphile_worker.%I to mangnon_jobs',
      case when named <> 'migrations' then ', insert, update, delete' end, named);
    grant usage on schema graphile_worker to mangnon_jobs;
    grant usage on all sequences in schema graphile_worker to mangnon_jobs;
  end loop;
end $$`;
