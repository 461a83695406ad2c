-- Signing in: what a person needs to recognise their own sessions.

alter table session
  add column address inet,
  add column device text check (length(device) <= 60);
comment on column session.address is 'Where the session was opened from; shown to its owner, who may not know the place and end it.';
comment on column session.device is 'Browser and system as the browser named them, such as «Firefox, Windows».';

alter table session add column second_factor_at timestamptz;
comment on column session.second_factor_at is 'When the second factor was last shown in this session. Null: only the password was, and the session opens nothing but the way to show it.';

create table authenticator (
  account_id uuid primary key references account,
  secret_sealed bytea,
  confirmed_at timestamptz,
  last_step bigint,
  recovery_salt bytea not null check (length(recovery_salt) = 16),
  next_secret_sealed bytea,
  check ((secret_sealed is null) = (confirmed_at is null)),
  check ((secret_sealed is null) = (last_step is null))
);
comment on table authenticator is 'The authenticator app of a person (RFC 6238), their second factor. Sealed under the key of the account.';
comment on column authenticator.confirmed_at is 'When a first code showed that the app has the secret; until then it proves nothing.';
comment on column authenticator.last_step is 'The time step of the last code taken: no code is taken twice, nor an older one after it.';
comment on column authenticator.next_secret_sealed is 'Of a new app on its way in; the old one stays good until the new one has shown a code.';

create table recovery_code (
  account_id uuid not null references account,
  code_hash text not null check (code_hash like '$argon2id$%'),
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table recovery_code is 'Ten codes on paper for a lost app, each good once. Argon2id under one salt an account (authenticator.recovery_salt), so that a code is looked up by one hash.';

grant select, insert, update on authenticator to mangnon_app;
grant select, insert, update, delete on recovery_code to mangnon_app;
