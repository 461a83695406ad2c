-- The way back when no administrator can sign in any more: a code that is made on the server itself (mangnon admin recover).
-- The application may look a code up and spend it, never make one: it has no right to insert here.
create table operator_recovery (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz check (used_at < expires_at),
  withdrawn_at timestamptz,
  check (expires_at > made_at and expires_at <= made_at + interval '1 hour'),
  check (used_at is null or withdrawn_at is null)
);
comment on table operator_recovery is 'A code for an administrator, made by the operator of the server: good once, for an hour. Told to every administrator and auditor.';
comment on column operator_recovery.code_hash is 'SHA-256 of 120 random bits; the code itself was shown once, at the terminal.';
create unique index operator_recovery_by_code on operator_recovery (code_hash);
create unique index operator_recovery_open on operator_recovery (account_id) where used_at is null and withdrawn_at is null;

create table operator_recovery_seen (
  recovery_id uuid not null references operator_recovery,
  account_id uuid not null references account,
  seen_at timestamptz not null,
  primary key (recovery_id, account_id)
);
comment on table operator_recovery_seen is 'Who said to have read about it, and when; what happened since is told again.';

grant select on operator_recovery, operator_recovery_seen to mangnon_app;
grant update (used_at) on operator_recovery to mangnon_app;
grant insert, update (seen_at) on operator_recovery_seen to mangnon_app;
