-- The register of agencies as dated data, and the agencies of each place with the people who answer for them.

-- The register: what an agency is wherever it stands.
alter table agency drop column successor_ids;
alter table agency add column several boolean not null default false;
comment on table agency is 'The register: what an agency is wherever it stands. Begun from domain/src/agencies/*.json, once for each version of the files; then kept by the administrator. Agencies that have ended stay, because older plans name them.';
comment on column agency.several is 'May stand more than once in one place: schools, villages.';

create table agency_succession (
  from_id text not null references agency,
  to_id text not null references agency,
  on_day date not null,
  kind text not null check (kind in ('whole', 'part')),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
comment on table agency_succession is 'What became of an agency: it went whole, or a part of it, into another.';
create index agency_succession_back on agency_succession (to_id);

create table duty_transfer (
  id uuid primary key,
  from_id text not null references agency,
  to_id text not null references agency,
  on_day date not null,
  words text not null check (length(words) between 1 and 300),
  duties text[] not null,
  basis text check (length(basis) between 1 and 200),
  article text check (length(article) between 1 and 80),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  source_url text check (source_url ~ '^https?://'),
  unique (from_id, to_id, on_day, words),
  check (from_id <> to_id)
);
comment on table duty_transfer is 'A duty (chức năng) that went from one agency to another on a day. basis and article are null where the text was not read: nothing is guessed.';
create index duty_transfer_to on duty_transfer (to_id);

create table agency_duty (
  id uuid primary key,
  agency_id text not null references agency,
  duty text not null,
  part text not null check (part in ('authority', 'desk')),
  valid_from date,
  valid_to date,
  basis text check (length(basis) between 1 and 200),
  article text check (length(article) between 1 and 80),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  source_url text check (source_url ~ '^https?://'),
  note text check (length(note) <= 1000),
  check (valid_from <= valid_to),
  constraint agency_duty_once exclude using gist
    (agency_id with =, duty with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table agency_duty is 'Which agency has which duty, from when to when, in general. A place where it is otherwise says so in office_duty.';
comment on column agency_duty.part is 'authority: answers for it; desk: does its daily work inside the authority.';

create table agency_seed (
  checksum text primary key,
  loaded_at timestamptz not null
);
comment on table agency_seed is 'Which versions of the register''s files were taken in: what was put right since is not overwritten.';

grant select, insert, update on agency_succession, duty_transfer, agency_duty to mangnon_app;
grant select, insert on agency_seed to mangnon_app;

-- Of each place. Nothing here is lost: a record ends and another begins; what was never so is withdrawn and stays; of
-- what is put right, the version before goes into the history.

create function keeping_province(asked text) returns text
  language sql stable parallel safe set search_path = pg_catalog, pg_temp as $$
  with recursive line (id, parent_id) as (
      select p.id, p.parent_id from public.place p where p.id = asked
      union all
      select p.id, p.parent_id from line join public.place p on p.id = line.parent_id),
    -- No unit has changed hands so often; a circle in the data ends here.
    later (id, step) as (
      select id, 0 from line where parent_id is null
      union all
      select s.to_id, step + 1 from later join public.place_succession s on s.from_id = later.id and s.kind = 'whole'
      where step < 16)
  select id from later order by step desc limit 1
$$;
comment on function keeping_province is 'The province that keeps the records of a place: the one above it, or what that province became.';

create function set_keeping_province() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Whatever the writer put there: the policies decide by it.
  new.province_id := public.keeping_province(new.place_id);
  return new;
end $$;

create table office (
  id uuid primary key,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  agency_id text not null references agency,
  name text not null check (length(name) between 1 and 200 and name !~ '^[=+@[:space:]-]'),
  phone text check (phone ~ '^[0-9]{3,15}$'),
  address text check (length(address) between 1 and 300 and address !~ '^[=+@[:space:]-]'),
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  unique (id, place_id, province_id),
  constraint office_once exclude using gist (place_id with =, agency_id with =, name with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table office is 'An agency of one place: the Sở Y tế of this province.';
comment on column office.province_id is 'Taken from the place by a trigger: the province whose lead officer keeps it.';
create index office_of_place on office (place_id);
create index office_of_province on office (province_id);
create trigger office_province before insert on office for each row execute function set_keeping_province();

create table office_duty (
  id uuid primary key,
  office_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  duty text not null,
  basis text check (length(basis) between 1 and 200 and basis !~ '^[=+@[:space:]-]'),
  article text check (length(article) between 1 and 80 and article !~ '^[=+@[:space:]-]'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  foreign key (office_id, place_id, province_id) references office (id, place_id, province_id),
  constraint office_duty_once exclude using gist (office_id with =, duty with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table office_duty is 'Where a place has given a duty otherwise than the register says in general: before it in the answer to who is in charge.';
create index office_duty_of_office on office_duty (office_id);
create index office_duty_of_place on office_duty (place_id, duty);

create table office_head (
  id uuid primary key,
  office_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  role text not null check (role in ('head', 'deputy')),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  title text not null check (length(title) between 1 and 160 and title !~ '^[=+@[:space:]-]'),
  charge text check (length(charge) between 1 and 300 and charge !~ '^[=+@[:space:]-]'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  foreign key (office_id, place_id, province_id) references office (id, place_id, province_id),
  constraint office_head_once exclude using gist (office_id with =,
    daterange(valid_from, valid_to, '[]') with &&) where (role = 'head' and withdrawn_at is null)
);
comment on table office_head is 'Who heads an office, and the deputies, by period. The head of a day answers for the office on that day; there is one at a time.';
create index office_head_of_office on office_head (office_id);

create table focal_point (
  id uuid primary key,
  office_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  name text not null check (length(name) between 1 and 160 and name !~ '^[=+@[:space:]-]'),
  phone text not null check (phone ~ '^[0-9]{3,15}$'),
  hours jsonb not null check (hours = '"always"' or jsonb_typeof(hours) = 'array'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  foreign key (office_id, place_id, province_id) references office (id, place_id, province_id),
  constraint focal_point_once exclude using gist (office_id with =, name with =, phone with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table focal_point is 'Nơi tiếp nhận thông tin (Decree 56/2017 art. 25(1)): a telephone for reports and when it is answered.';
comment on column focal_point.hours is '"always", or stretches: days of the week (Monday 1), from, to, in the time of Viet Nam.';
create index focal_point_of_office on focal_point (office_id);

create table committee (
  id uuid primary key,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  type text not null check (type in ('steering', 'executive')),
  name text not null check (length(name) between 1 and 300 and name !~ '^[=+@[:space:]-]'),
  decision_number text not null check (length(decision_number) between 1 and 80 and decision_number !~ '^[=+@[:space:]-]'),
  decided_on date not null,
  decided_by text not null check (length(decided_by) between 1 and 200 and decided_by !~ '^[=+@[:space:]-]'),
  rules_number text check (length(rules_number) between 1 and 80 and rules_number !~ '^[=+@[:space:]-]'),
  rules_on date,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  unique (id, place_id, province_id),
  constraint committee_once exclude using gist (place_id with =, name with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table committee is 'Ban chỉ đạo (steering), ban điều hành (executive): the inter-agency body a chair may set up (Luật Trẻ em art. 94), with its founding decision and rules of work (quy chế).';
create index committee_of_place on committee (place_id);
create index committee_of_province on committee (province_id);
create trigger committee_province before insert on committee for each row execute function set_keeping_province();

create table committee_member (
  id uuid primary key,
  committee_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  role text not null check (role in ('chair', 'vice_chair', 'standing', 'member', 'secretary')),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  position text not null check (length(position) between 1 and 160 and position !~ '^[=+@[:space:]-]'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  foreign key (committee_id, place_id, province_id) references committee (id, place_id, province_id),
  constraint committee_chair_once exclude using gist (committee_id with =,
    daterange(valid_from, valid_to, '[]') with &&) where (role = 'chair' and withdrawn_at is null)
);
comment on table committee_member is 'Who sits in a committee, by which post, in which role, by period. One chair at a time.';
create index committee_member_of_committee on committee_member (committee_id);

create table village (
  id uuid primary key,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  type text not null check (type in ('thon', 'ban', 'buon', 'lang', 'ap', 'khom', 'to_dan_pho', 'khu_pho')),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  valid_from date,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  unique (id, place_id, province_id),
  constraint village_once exclude using gist (place_id with =, type with =, name with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table village is 'Thôn, bản, ấp, tổ dân phố of a commune: not an administrative unit, but where its collaborator is.';
create index village_of_place on village (place_id);
create index village_of_province on village (province_id);
create trigger village_province before insert on village for each row execute function set_keeping_province();

create table collaborator (
  id uuid primary key,
  village_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  phone text check (phone ~ '^[0-9]{3,15}$'),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  check (valid_from <= valid_to),
  foreign key (village_id, place_id, province_id) references village (id, place_id, province_id),
  constraint collaborator_once exclude using gist (village_id with =, name with =,
    daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
comment on table collaborator is 'Cộng tác viên of a village (TT 14/2020 art. 15(3)(b)): a neighbour with a telephone of their own, hence seen by the commune and the province alone.';
create index collaborator_of_village on collaborator (village_id);

create table office_version (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  record_id uuid not null,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  version jsonb not null,
  until timestamptz not null default now()
);
comment on table office_version is 'What stood in a record of office … collaborator before it was ended, withdrawn or put right, and until when. Written by a trigger, so that no writer can leave it out.';
create index office_version_of_record on office_version (record_id, until);
create index office_version_of_place on office_version (place_id, until);
create trigger office_version_only_grows before update or delete or truncate on office_version
  for each statement execute function refuse_change();

create function keep_office_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.office_version (kind, record_id, place_id, province_id, version)
    values (tg_table_name, old.id, old.place_id, old.province_id, to_jsonb(old));
  return new;
end $$;

do $$
declare
  t text;
begin
  foreach t in array array['office', 'office_duty', 'office_head', 'focal_point', 'committee', 'committee_member',
    'village', 'collaborator']
  loop
    execute format('create trigger %I before update on %I for each row execute function keep_office_version()',
      t || '_version', t);
  end loop;
end $$;

grant select, insert on office, office_duty, office_head, focal_point, committee, committee_member, village, collaborator,
  office_version to mangnon_app;
grant update (agency_id, name, phone, address, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on office
  to mangnon_app;
grant update (duty, basis, article, trust, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on office_duty
  to mangnon_app;
grant update (role, name, title, charge, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on office_head
  to mangnon_app;
grant update (name, phone, hours, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on focal_point
  to mangnon_app;
grant update (type, name, decision_number, decided_on, decided_by, rules_number, rules_on, valid_from, valid_to,
  recorded_at, recorded_by, withdrawn_at) on committee to mangnon_app;
grant update (role, name, position, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on committee_member
  to mangnon_app;
grant update (type, name, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on village to mangnon_app;
grant update (name, phone, valid_from, valid_to, recorded_at, recorded_by, withdrawn_at) on collaborator to mangnon_app;
