-- People come in by invitation and come back by two officers; nobody ever types a password for somebody else.

-- An invited person has no password until they set one.
alter table account drop constraint account_check;
comment on column account.password_hash is 'Argon2id. Null for a person who was invited and has not come in yet, and for the invented people of a demo.';

alter table account add column folded text not null default '';
comment on column account.folded is 'Name, sign-in name and title without accents (domain/src/kernel/fold.ts): what an account is searched by.';
update account set folded = trim(regexp_replace(lower(regexp_replace(translate(normalize(name || ' ' || login || ' ' || title, NFD),
  'đĐ', 'dd'), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'));
create index account_by_name on account ((disabled_at is not null), folded, id);

create table invitation (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  code_hash bytea not null check (length(code_hash) = 32),
  made_by uuid not null references account,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  check (expires_at > made_at and expires_at <= made_at + interval '72 hours'),
  check (used_at is null or withdrawn_at is null),
  check (made_by <> account_id)
);
comment on table invitation is 'The way in for a person whose account was made: a code good once, within 72 hours, after which they set a password of their own.';
comment on column invitation.code_hash is 'SHA-256 of 120 random bits, which nobody guesses (ASVS 5.0 6.5.2); the code itself was shown once and is kept nowhere.';
create unique index invitation_open on invitation (account_id) where used_at is null and withdrawn_at is null;
create index invitation_by_code on invitation (code_hash);

create table recovery (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  lost text not null check (lost in ('password', 'second_factor', 'both')),
  started_by uuid not null references account,
  started_at timestamptz not null,
  first_hash text not null check (first_hash like '$argon2id$%'),
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  second_hash text check (second_hash like '$argon2id$%'),
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  told_at timestamptz,
  check (started_by <> account_id),
  check (confirmed_by <> account_id and confirmed_by <> started_by),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (second_hash is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (used_at is null or (confirmed_at is not null and withdrawn_at is null)),
  check (expires_at > started_at and expires_at <= started_at + interval '72 hours')
);
comment on table recovery is 'The way back for a person who lost password or second factor: started by one officer, confirmed by another. Each hands over one half of the code, so that neither can come in as that person alone.';
comment on column recovery.first_hash is 'Argon2id: a half has 60 random bits (ASVS 5.0 6.5.2).';
comment on column recovery.told_at is 'When the person said they had read that their account was, or was to be, recovered.';
create unique index recovery_open on recovery (account_id) where used_at is null and withdrawn_at is null;
create index recovery_untold on recovery (account_id) where told_at is null;

-- The same post of the same unit at one time once; but again later, after it ran out.
drop index post_holding_once;
alter table post_holding add constraint post_holding_once exclude using gist (
  account_id with =, post with =, (coalesce(place_id, '')) with =, (coalesce(agency_id, '')) with =, unit with =,
  daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null);

grant select, insert on invitation, recovery to mangnon_app;
grant update (used_at, withdrawn_at) on invitation to mangnon_app;
grant update (confirmed_by, confirmed_at, second_hash, used_at, withdrawn_at, withdrawn_by, told_at) on recovery to mangnon_app;
grant delete on authenticator to mangnon_app;
