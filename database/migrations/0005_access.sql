-- Posts instead of roles, and the bare records of children and cases with everything their policies look at.
-- The policies themselves stand in database/policies and are laid anew at every start.

create table post_holding (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  post text not null check (post in (
    'commune_protection_worker', 'commune_chair', 'commune_officer', 'village_collaborator', 'provincial_lead_officer',
    'agency_officer', 'police', 'procuracy', 'court', 'health_facility', 'school', 'service_provider',
    'hotline_operator', 'statistician', 'inspector', 'auditor', 'system_administrator')),
  place_id text collate "C" references place deferrable initially deferred,
  agency_id text references agency,
  unit text not null default '' check (length(unit) <= 160),
  nationwide boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  given_by uuid references account,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references account,
  check (not nationwide or (post in ('inspector', 'statistician') and place_id is null)),
  check (post not in ('system_administrator', 'auditor') or not nationwide)
);
comment on table post_holding is 'Who holds which post, where and when; what a post may do stands in domain/src/access/posts.access.ts. A person may hold several. A holding is ended, never changed or removed: it is the ground of what was done under it.';
comment on column post_holding.place_id is 'The commune or province of the post. Null: reaches no place.';
comment on column post_holding.agency_id is 'The agency the post belongs to, for posts that receive reports or referrals; together with the place it is one unit.';
comment on column post_holding.ended_at is 'Takes effect with the next request.';
create index post_holding_of_account on post_holding (account_id) where ended_at is null;
create unique index post_holding_once on post_holding
  (account_id, post, coalesce(place_id, ''), coalesce(agency_id, ''), unit) where ended_at is null;

insert into post_holding (account_id, post, valid_from)
select account_id, case role when 'administrator' then 'system_administrator'
  when 'plan_officer' then 'provincial_lead_officer' else 'agency_officer' end, current_date
from account_role;
drop table account_role;

-- The two things the definer functions need and nobody else may read.
create table context_secret (
  only_one boolean primary key default true check (only_one),
  secret bytea not null default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
comment on table context_secret is 'What the context of a request is signed with. Made here, read by the functions of mangnon_guard alone; a new one may be put in at any time.';
insert into context_secret default values;

create table access_rule (
  post text not null,
  operation text not null,
  columns text not null check (columns in ('core', 'identity', 'contact', 'health', 'reporter', 'offender', 'narrative')),
  rows text not null check (rows in ('own_place', 'below_place', 'own_agency', 'assigned', 'referred', 'broken_glass', 'none')),
  primary key (operation, columns, post, rows)
);
comment on table access_rule is 'The table of domain/src/access/posts.access.ts, written here by the migration runner at every start, under the owner: the application reads it through the policies only.';

alter table place add constraint place_with_parent unique (id, parent_id);
comment on constraint place_with_parent on place is 'So that a record of a commune cannot name another province.';

create table child (
  id uuid primary key default gen_random_uuid(),
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null default '' check (length(intake_unit) <= 200),
  state text not null default 'active' check (state in ('active', 'closed')),
  birth_year smallint check (birth_year between 1990 and 2200),
  created_at timestamptz not null default now(),
  created_by uuid not null references account,
  foreign key (place_id, province_id) references place (id, parent_id) on update cascade,
  unique (id, place_id, province_id, intake_unit)
);
comment on table child is 'That a child is known, where and since when. What is known of the child stands in the tables of the column groups, sealed.';
comment on column child.place_id is 'The commune that follows the child. When it changes, everything of the child goes along (on update cascade).';
comment on column child.intake_unit is 'The unit that received the report where it was not the commune: agency|place.';
create index child_of_place on child (place_id, created_at desc);
create index child_of_province on child (province_id, created_at desc);
create index child_newest on child (created_at desc);
create index child_of_intake on child (intake_unit, created_at desc) where intake_unit <> '';

create table case_file (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null default '',
  state text not null default 'received'
    check (state in ('received', 'assessed', 'planned', 'in_progress', 'reviewed', 'closed')),
  risk smallint check (risk between 1 and 3),
  received_at timestamptz not null,
  opened_at timestamptz not null default now(),
  opened_by uuid not null references account,
  closed_at timestamptz check (closed_at >= received_at),
  foreign key (child_id, place_id, province_id, intake_unit)
    references child (id, place_id, province_id, intake_unit) on update cascade,
  unique (id, place_id, province_id, intake_unit),
  check ((state = 'closed') = (closed_at is not null))
);
comment on table case_file is 'A case: of which child, where, in what state, since when. Its procedure (Decree 56/2017 art. 25-30) builds on this.';
comment on column case_file.received_at is 'When the first receiver had the information: the 12 hours of art. 26(3) and 32(2) run from here.';
create index case_file_of_child on case_file (child_id);
create index case_file_of_place on case_file (place_id, opened_at desc);
create index case_file_of_province on case_file (province_id, opened_at desc);
create index case_file_newest on case_file (opened_at desc);
create index case_file_of_intake on case_file (intake_unit, opened_at desc) where intake_unit <> '';

-- One table for each column group, each with its own policies: a group that may not be seen is a row that is not there.
create table child_identity (
  child_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  identity_sealed bytea not null check (length(identity_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (child_id, place_id, province_id, intake_unit)
    references child (id, place_id, province_id, intake_unit) on update cascade
);
comment on table child_identity is 'Name, date of birth, numbers. Sealed under the key of the child.';

create table child_contact (
  child_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  contact_sealed bytea not null check (length(contact_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (child_id, place_id, province_id, intake_unit)
    references child (id, place_id, province_id, intake_unit) on update cascade
);
comment on table child_contact is 'Where the child lives, with whom, and how to reach them. Sealed under the key of the child.';

create table child_health (
  child_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  health_sealed bytea not null check (length(health_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (child_id, place_id, province_id, intake_unit)
    references child (id, place_id, province_id, intake_unit) on update cascade
);
comment on table child_health is 'Health and disability. Sealed under the key of the child.';

create table case_reporter (
  case_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  reporter_sealed bytea not null check (length(reporter_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade
);
comment on table case_reporter is 'Who reported, which is kept secret. Sealed under the key of the case.';

create table case_offender (
  case_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  offender_sealed bytea not null check (length(offender_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade
);
comment on table case_offender is 'Who is said to have done it. Sealed under the key of the case.';

create table case_narrative (
  case_id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  narrative_sealed bytea not null check (length(narrative_sealed) between 28 and 65536),
  written_at timestamptz not null default now(),
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade
);
comment on table case_narrative is 'What happened, in words. Sealed under the key of the case.';

create table case_assignment (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  account_id uuid not null references account,
  assigned_by uuid not null references account,
  assigned_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade
);
comment on table case_assignment is 'Who works on a case by name. Ending it takes effect with the next request.';
create unique index case_assignment_once on case_assignment (case_id, account_id) where ended_at is null;
create index case_assignment_of_account on case_assignment (account_id) where ended_at is null;

create table case_referral (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  to_agency_id text not null references agency,
  to_place_id text collate "C" not null references place,
  receiver text not null generated always as (to_agency_id || '|' || to_place_id) stored,
  referred_by uuid not null references account,
  referred_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade
);
comment on table case_referral is 'A case given to a unit of another agency for its part. The unit sees it from here to ended_at.';
create unique index case_referral_once on case_referral (case_id, receiver) where ended_at is null;
create index case_referral_of_receiver on case_referral (receiver) where ended_at is null;

create table broken_glass (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  intake_unit text not null,
  account_id uuid not null references account,
  reason text not null check (reason in ('danger_to_life', 'child_moved', 'worker_absent', 'order_of_authority')),
  words text not null check (length(btrim(words)) between 20 and 2000),
  broken_at timestamptz not null default now(),
  until timestamptz not null default now() + interval '60 minutes',
  review_due timestamptz not null default now() + interval '24 hours',
  reviewed_at timestamptz,
  reviewed_by uuid references account,
  justified boolean,
  review_words text check (length(btrim(review_words)) between 1 and 2000),
  foreign key (case_id, place_id, province_id, intake_unit)
    references case_file (id, place_id, province_id, intake_unit) on update cascade,
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (justified is null)),
  check (reviewed_by <> account_id),
  check (until <= broken_at + interval '60 minutes')
);
comment on table broken_glass is 'One case opened by somebody outside it, in need: 60 minutes, told to the supervisor at once, reviewed by another person within 24 hours.';
create index broken_glass_of_account on broken_glass (account_id, until);

create table supervisor_notice (
  id uuid primary key default gen_random_uuid(),
  glass_id uuid not null unique references broken_glass,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  created_at timestamptz not null default now(),
  seen_at timestamptz
);
comment on table supervisor_notice is 'What the chair of the commune and the lead officer of the province are shown: written with the broken glass, in one transaction.';
create index supervisor_notice_open on supervisor_notice (place_id) where seen_at is null;

create table laid_policies (
  only_one boolean primary key default true check (only_one),
  checksum text not null
);
comment on table laid_policies is 'Which version of database/policies and of the table of posts stands.';

grant select, insert on post_holding to mangnon_app;
grant update (ended_at, ended_by) on post_holding to mangnon_app;
grant select, insert on child, case_file, case_assignment, case_referral to mangnon_app;
grant update (place_id, province_id, state, birth_year) on child to mangnon_app;
grant update (state, risk, closed_at) on case_file to mangnon_app;
grant update (ended_at) on case_assignment, case_referral to mangnon_app;
grant select, insert on child_identity, child_contact, child_health, case_reporter, case_offender, case_narrative to mangnon_app;
grant update (identity_sealed, written_at) on child_identity to mangnon_app;
grant update (contact_sealed, written_at) on child_contact to mangnon_app;
grant update (health_sealed, written_at) on child_health to mangnon_app;
grant update (reporter_sealed, written_at) on case_reporter to mangnon_app;
grant update (offender_sealed, written_at) on case_offender to mangnon_app;
grant update (narrative_sealed, written_at) on case_narrative to mangnon_app;
grant select on broken_glass, supervisor_notice to mangnon_app;
grant update (reviewed_at, reviewed_by, justified, review_words) on broken_glass to mangnon_app;
grant update (seen_at) on supervisor_notice to mangnon_app;
