-- Who may sign in, what was done, and the agencies everything else points to.
-- The role mangnon_app is what the server works under: it owns nothing, and gets only what is granted here.

create table installation (
  only_one boolean primary key default true check (only_one),
  demo boolean not null,
  created_at timestamptz not null default now()
);
comment on table installation is 'One row, written at the first start: whether this database holds the invented province of the demo. Real data never enters a demo database, nor the demo a real one.';

create table agency (
  id text primary key check (id ~ '^[a-z0-9_.]+$'),
  name text not null check (length(name) between 1 and 300),
  level text not null,
  kind text not null,
  valid_from date,
  valid_to date,
  successor_ids text[] not null default '{}',
  source_url text,
  verified boolean not null,
  note text,
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
comment on table agency is 'The register of agencies, filled from domain/src/agencies/agencies.json at each start. Agencies that have ended stay, with their successors, because older plans name them.';
comment on column agency.valid_to is 'Last day on which the agency existed; null while it stands.';
comment on column agency.verified is 'Whether the source was checked against the decree that founded or ended the agency.';

create table agency_name (
  agency_id text not null references agency on delete cascade,
  name text not null,
  is_alias boolean not null,
  folded text not null,
  squeezed text not null,
  primary key (agency_id, name)
);
comment on table agency_name is 'Every name and abbreviation under which an agency is searched.';
comment on column agency_name.folded is 'Without accents, lower case, one space between words (domain/src/kernel/fold.ts).';
comment on column agency_name.squeezed is 'The folded name without spaces, so that LĐTB&XH and LĐTBXH meet.';

create table account (
  id uuid primary key default gen_random_uuid(),
  login text not null check (length(login) between 3 and 80),
  login_folded text not null unique,
  name text not null check (length(name) between 2 and 120),
  title text not null check (length(title) <= 160),
  agency_id text references agency,
  language text not null default 'vi' check (language in ('vi', 'en')),
  password_hash text check (password_hash like '$argon2id$%'),
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references account,
  disabled_at timestamptz,
  check (demo or password_hash is not null)
);
comment on table account is 'A person who can sign in. Accounts are disabled, never deleted: the audit trail names them.';
comment on column account.login_folded is 'Lower case in composed form: two logins that look alike on screen are one.';
comment on column account.password_hash is 'Argon2id. Null only for the invented people of a demo, who have no password and come in by one click on loopback.';

create table account_role (
  account_id uuid not null references account,
  role text not null check (role in ('administrator', 'plan_officer', 'reader')),
  primary key (account_id, role)
);
comment on table account_role is 'The posts a person holds; what each post may do stands in domain/src/access/roles.access.ts.';

create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  account_id uuid not null references account,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  check (ends_at > started_at)
);
comment on table session is 'Who is signed in. The browser holds a token of 256 random bits; only its SHA-256 stands here, so a copy of this table opens nothing.';
comment on column session.last_used_at is 'Kept to the minute. A session unused for fifteen minutes has ended.';
comment on column session.ends_at is 'Ends here however much it is used: eight hours.';
create index session_of_account on session (account_id) where closed_at is null;

create table sign_in_failure (
  id bigint generated always as identity primary key,
  login_hash bytea not null check (length(login_hash) = 32),
  address inet not null,
  at timestamptz not null
);
comment on table sign_in_failure is 'Failed sign-ins, to slow down guessing. The login is kept as a hash because people type their password into that field by mistake.';
create index sign_in_failure_of_login on sign_in_failure (login_hash, at);
create index sign_in_failure_of_address on sign_in_failure (address, at);

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  request_id uuid not null,
  account_id uuid references account,
  session_id uuid references session,
  address inet not null,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  outcome text not null check (outcome in ('accepted', 'refused')),
  refusal_code text,
  target jsonb not null default '{}' check (jsonb_typeof(target) = 'object'),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  check ((outcome = 'refused') = (refusal_code is not null))
);
comment on table audit_event is 'Who did what, when and from where; written in the transaction of the act itself. Rows are only ever added.';
comment on column audit_event.target is 'The ids in the address of the request: what was acted on.';
comment on column audit_event.details is 'Ids and counts only, never the text of a document or anything about a child.';
create index audit_event_by_time on audit_event (at);
create index audit_event_of_account on audit_event (account_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function refuse_change is 'For tables that only grow. Stops the owner''s slip of the hand too, not only the server.';
create trigger audit_event_only_grows before update or delete or truncate on audit_event
  for each statement execute function refuse_change();

create function enqueue_job(task text, payload json, job_key text default null, queue text default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key, queue_name => queue);
end $$;
comment on function enqueue_job is 'Puts a background task into the queue, in the caller''s transaction. The queue''s own tables are closed to mangnon_app; this is the only way in.';
revoke all on function enqueue_job from public;

grant usage on schema public to mangnon_app;
grant select, insert on installation to mangnon_app;
grant select, insert, update on agency to mangnon_app;
grant select, insert, update, delete on agency_name to mangnon_app;
grant select, insert, update on account to mangnon_app;
grant select, insert, delete on account_role to mangnon_app;
grant select, insert, update on session to mangnon_app;
grant select, insert, delete on sign_in_failure to mangnon_app;
grant select, insert on audit_event to mangnon_app;
grant execute on function enqueue_job to mangnon_app;
