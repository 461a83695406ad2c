-- Keys for what is written about a person. No key lies here in the clear: each is wrapped by a key-encryption key that
-- is kept outside the database (docs/guides/keys.md).

create table key_encryption_key (
  version integer primary key check (version > 0),
  proof bytea not null check (length(proof) between 32 and 1024),
  first_used_at timestamptz not null,
  left_at timestamptz check (left_at >= first_used_at),
  retired_at timestamptz check (retired_at >= left_at)
);
comment on table key_encryption_key is 'The versions of the key-encryption key that this database has been under; the newest wraps new keys. Never the keys themselves.';
comment on column key_encryption_key.proof is 'Something wrapped by this version, to tell at each start whether the key at hand is the right one.';
comment on column key_encryption_key.left_at is 'When the last data key was wrapped by a newer version.';
comment on column key_encryption_key.retired_at is 'When the version was given up for good: from then on no backup made under it can be opened, and what was destroyed in its time is gone from backups too.';

create table data_key (
  id uuid primary key default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('child', 'case', 'account', 'name_search')),
  subject_id uuid not null,
  wrapped bytea check (length(wrapped) between 32 and 1024),
  kek_version integer not null references key_encryption_key,
  created_at timestamptz not null,
  replaced_at timestamptz check (replaced_at >= created_at),
  destroyed_at timestamptz check (destroyed_at >= created_at),
  check ((wrapped is null) = (destroyed_at is not null))
);
comment on table data_key is 'One key for each child and each case. What is sealed under a key can be read only while the key stands; destroying it removes the wrapped bytes for good (the row stays, so that sealed fields can say why they do not open).';
comment on column data_key.subject_kind is 'name_search: the key of the search tokens, one in an installation, its subject all zeros.';
comment on column data_key.replaced_at is 'When a newer key took over; what the older one sealed is still read with it until it is sealed anew.';
create unique index data_key_of_subject on data_key (subject_kind, subject_id) where replaced_at is null;
create index data_key_by_version on data_key (kek_version, id) where destroyed_at is null;

create table child_name_token (
  token bytea not null check (length(token) = 16),
  child_id uuid not null,
  province_id text collate "C" not null references place,
  place_id text collate "C" not null references place,
  intake_unit text not null check (length(intake_unit) <= 200),
  primary key (token, child_id) include (province_id, place_id, intake_unit)
);
comment on table child_name_token is 'What a child is found by: HMAC-SHA256, cut to 16 bytes, over year of birth and folded name (domain/src/children/name-keys.ts). Looked up by equality only, which is leakproof and answered by the index alone.';
comment on column child_name_token.place_id is 'Of the child, with its province and the unit that received the report: what policies look at.';
create index child_name_token_of_child on child_name_token (child_id);

grant select, insert, update on key_encryption_key to mangnon_app;
grant select, insert, update on data_key to mangnon_app;
grant select, insert, update, delete on child_name_token to mangnon_app;
