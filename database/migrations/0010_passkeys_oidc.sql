-- Passkeys and hardware keys (WebAuthn), and sign-in through an authority's own identity provider (OpenID Connect).

alter table session add column second_factor_kind text
  check (second_factor_kind in ('app', 'paper', 'passkey', 'provider')),
  add check (second_factor_kind is null or second_factor_at is not null);
comment on column session.second_factor_kind is 'What was shown at second_factor_at: a code of the app or from paper, a passkey or hardware key, or what the identity provider asked for. Null stands for a code of the app, from before there were others.';

create table passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  credential_id text collate "C" not null unique
    check (length(credential_id) between 22 and 1400 and credential_id ~ '^[A-Za-z0-9_-]+$'),
  public_key bytea not null check (length(public_key) between 32 and 8192),
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}' check (cardinality(transports) <= 10),
  synced boolean not null,
  name text not null check (length(btrim(name)) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz check (last_used_at >= created_at)
);
comment on table passkey is 'A passkey or hardware key of a person: the public half alone. Removed ones are deleted; that they stood is in the audit trail.';
comment on column passkey.credential_id is 'As the key names itself, base64url; from 16 bytes up (WebAuthn 3, credential ID), so that nobody guesses one.';
comment on column passkey.sign_count is 'How often the key says it has signed. One that does not count more than here was copied; keys that never count stay at 0.';
comment on column passkey.synced is 'Kept by an account of its maker on several devices, not in one piece of hardware alone.';
create index passkey_of_account on passkey (account_id);

create table passkey_challenge (
  challenge_hash bytea primary key check (length(challenge_hash) = 32),
  bound_to bytea not null check (length(bound_to) = 32),
  purpose text not null check (purpose in ('register', 'prove', 'sign_in')),
  expires_at timestamptz not null
);
comment on table passkey_challenge is 'What a key was asked to sign: taken away with the first answer, right or wrong.';
comment on column passkey_challenge.bound_to is 'SHA-256 of the cookie the answer must come with: of the session, or before sign-in of the browser.';
create index passkey_challenge_expired on passkey_challenge (expires_at);

create table provider_identity (
  issuer text collate "C" not null check (length(issuer) between 1 and 500),
  subject text collate "C" not null check (length(subject) between 1 and 255),
  account_id uuid not null references account,
  linked_by uuid not null references account,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
comment on table provider_identity is 'Who a person is at an identity provider. Linked by an administrator, never found by name or e-mail, which change hands.';
comment on column provider_identity.subject is 'The claim sub: never given to another person by the same issuer (OpenID Connect Core 2).';

create table provider_sign_in (
  state_hash bytea primary key check (length(state_hash) = 32),
  bound_to bytea not null check (length(bound_to) = 32),
  nonce text not null,
  code_verifier text not null,
  expires_at timestamptz not null
);
comment on table provider_sign_in is 'A sign-in on its way to the identity provider and back: taken away with the first answer, right or wrong.';
comment on column provider_sign_in.code_verifier is 'PKCE (RFC 7636): whoever catches the code cannot redeem it.';
create index provider_sign_in_expired on provider_sign_in (expires_at);

grant select, insert, delete on passkey to mangnon_app;
grant update (sign_count, last_used_at) on passkey to mangnon_app;
grant select, insert, delete on passkey_challenge, provider_sign_in, provider_identity to mangnon_app;
