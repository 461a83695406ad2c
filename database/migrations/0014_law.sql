-- Known texts, what carries out what, targets with where they start and what was reached, and the review of texts.

create table legal_text (
  id uuid primary key,
  kind text not null check (kind in ('law', 'resolution', 'decree', 'circular', 'decision', 'directive', 'telegram',
    'programme', 'plan', 'consolidated', 'other')),
  number text not null check (length(number) between 1 and 120),
  number_folded text not null check (length(number_folded) > 0),
  issued_on date not null,
  issuer text not null check (length(issuer) between 1 and 300),
  issuer_folded text not null,
  title text not null check (length(title) between 1 and 1000),
  in_force_from date,
  in_force_to date,
  source_url text check (source_url ~ '^https?://'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  note text check (length(note) <= 2000),
  plan_id uuid unique references plan,
  folded text not null,
  changed_at timestamptz not null default now(),
  changed_by uuid references account,
  unique (number_folded, issued_on, issuer_folded),
  check (in_force_from <= in_force_to)
);
comment on table legal_text is 'Văn bản known here. Number and date together say which one is meant: QĐ 1248/QĐ-TTg of 2021 and of 2026 are two texts. Filled from domain/src/law/texts.json, kept by the lead officer.';
comment on column legal_text.in_force_to is 'Last day; null while it stands or where the end is not known.';
comment on column legal_text.plan_id is 'The adopted document of this very text: its tasks and targets are the duties and targets of the text.';
comment on column legal_text.changed_by is 'Null where it came from the file.';
create index legal_text_by_number on legal_text (number_folded);

create table legal_text_version (
  id uuid primary key default gen_random_uuid(),
  text_id uuid not null references legal_text,
  version jsonb not null,
  until timestamptz not null default now()
);
comment on table legal_text_version is 'What stood in a known text before it was put right. Written by a trigger.';
create index legal_text_version_of_text on legal_text_version (text_id, until);

create function keep_legal_text_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.legal_text_version (text_id, version) values (old.id, to_jsonb(old));
  return new;
end $$;
create trigger legal_text_version before update on legal_text for each row execute function keep_legal_text_version();
create trigger legal_text_version_only_grows before update or delete or truncate on legal_text_version
  for each statement execute function refuse_change();

create table legal_text_relation (
  id uuid primary key,
  text_id uuid not null references legal_text,
  other_id uuid not null references legal_text,
  kind text not null check (kind in ('amends', 'replaces', 'repeals', 'details')),
  on_day date,
  article text check (length(article) <= 300),
  source_url text check (source_url ~ '^https?://'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  check (text_id <> other_id)
);
comment on table legal_text_relation is 'text_id amends, replaces or repeals other_id, or sets out its details; withdrawn where it was entered by mistake.';
create unique index legal_text_relation_once on legal_text_relation (text_id, other_id, kind) where withdrawn_at is null;
create index legal_text_relation_of_other on legal_text_relation (other_id) where withdrawn_at is null;

create table legal_duty (
  id uuid primary key,
  text_id uuid not null references legal_text,
  position integer not null,
  article text check (length(article) <= 300),
  words text not null check (length(words) between 1 and 4000),
  owner text check (length(owner) <= 300),
  due_text text check (length(due_text) <= 300),
  source_url text check (source_url ~ '^https?://'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  recorded_at timestamptz not null default now(),
  recorded_by uuid references account,
  unique (text_id, position)
);
comment on table legal_duty is 'What a text asks to be done, told in our words with its article, where the text itself has not been read in and adopted (then its plan_task are the duties).';

create table legal_target (
  id uuid primary key,
  text_id uuid not null references legal_text,
  position integer not null,
  article text check (length(article) <= 300),
  words text not null check (length(words) between 1 and 4000),
  comparator text not null check (comparator in ('>=', '>', '<=', '<', '=', 'decrease_by', 'increase_by')),
  value double precision,
  value_to double precision check (value_to >= value),
  unit text not null check (length(unit) <= 120),
  year integer check (year between 1945 and 2100),
  against text not null default 'baseline' check (against in ('baseline', 'previous_year')),
  source_url text check (source_url ~ '^https?://'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  note text check (length(note) <= 2000),
  recorded_at timestamptz not null default now(),
  unique (text_id, position),
  check (value is not null or comparator in ('decrease_by', 'increase_by'))
);
comment on table legal_target is 'A figure a known text sets, from domain/src/law/targets.json; value is null where the text names a direction alone.';

create table law_seed (
  checksum text primary key,
  loaded_at timestamptz not null
);
comment on table law_seed is 'Which versions of the files in domain/src/law were taken in. A new version adds what is not there yet and changes nothing an officer has entered.';

-- What carries out what.

alter table plan_task add constraint plan_task_with_plan unique (id, plan_id);
alter table plan_target add constraint plan_target_with_plan unique (id, plan_id);

create table plan_place (
  plan_id uuid primary key references plan,
  place_id text collate "C" not null references place,
  origin text not null check (origin in ('heading', 'post', 'by_hand')),
  set_by uuid not null references account,
  set_at timestamptz not null
);
comment on table plan_place is 'Whose plan it is: the commune or province it binds. Recognised at adoption in its heading, else by the post of who adopted it; put right by hand. A plan without a row is of no place known here: of the country, or still to be told.';
create index plan_place_of_place on plan_place (place_id);

create table plan_carries_out (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan,
  text_id uuid references legal_text,
  higher_plan_id uuid references plan,
  higher_id uuid not null generated always as (coalesce(text_id, higher_plan_id)) stored,
  state text not null check (state in ('linked', 'refused')),
  origin text not null check (origin in ('suggested', 'by_hand', 'drawn_up')),
  linked_by uuid not null references account,
  linked_at timestamptz not null,
  unique (plan_id, higher_id),
  check (num_nonnulls(text_id, higher_plan_id) = 1),
  check (higher_plan_id <> plan_id)
);
comment on table plan_carries_out is 'This plan carries out that known text or higher plan, as a person has said: linked, or refused for good.';
comment on column plan_carries_out.origin is 'suggested: recognised in the legal bases and confirmed; by_hand: found by a person; drawn_up: the plan was written here from the higher one.';
create index plan_carries_out_of_text on plan_carries_out (text_id) where state = 'linked';
create index plan_carries_out_of_plan on plan_carries_out (higher_plan_id) where state = 'linked';

create table plan_task_link (
  id uuid primary key default gen_random_uuid(),
  plan_task_id uuid not null,
  plan_id uuid not null,
  higher_task_id uuid,
  higher_plan_id uuid,
  legal_duty_id uuid references legal_duty,
  higher_id uuid not null generated always as (coalesce(higher_task_id, legal_duty_id)) stored,
  state text not null check (state in ('linked', 'refused')),
  origin text not null check (origin in ('suggested', 'by_hand', 'drawn_up')),
  score real check (score between 0 and 1),
  linked_by uuid not null references account,
  linked_at timestamptz not null,
  foreign key (plan_task_id, plan_id) references plan_task (id, plan_id),
  foreign key (higher_task_id, higher_plan_id) references plan_task (id, plan_id),
  unique (plan_task_id, higher_id),
  check (num_nonnulls(higher_task_id, legal_duty_id) = 1),
  check ((higher_task_id is null) = (higher_plan_id is null)),
  check (plan_id <> higher_plan_id)
);
comment on table plan_task_link is 'This task makes that task of a higher plan, or that duty of a known text, concrete. Refused suggestions stay refused.';
comment on column plan_task_link.score is 'How alike the words were when it was suggested; null when a person found it.';
create index plan_task_link_of_higher on plan_task_link (higher_id, state) include (plan_task_id, plan_id);
create index plan_task_link_of_plan on plan_task_link (plan_id);

create table plan_target_link (
  id uuid primary key default gen_random_uuid(),
  plan_target_id uuid not null,
  plan_id uuid not null,
  higher_target_id uuid,
  higher_plan_id uuid,
  legal_target_id uuid references legal_target,
  higher_id uuid not null generated always as (coalesce(higher_target_id, legal_target_id)) stored,
  state text not null check (state in ('linked', 'refused')),
  origin text not null check (origin in ('suggested', 'by_hand', 'drawn_up')),
  score real check (score between 0 and 1),
  linked_by uuid not null references account,
  linked_at timestamptz not null,
  foreign key (plan_target_id, plan_id) references plan_target (id, plan_id),
  foreign key (higher_target_id, higher_plan_id) references plan_target (id, plan_id),
  unique (plan_target_id, higher_id),
  check (num_nonnulls(higher_target_id, legal_target_id) = 1),
  check ((higher_target_id is null) = (higher_plan_id is null)),
  check (plan_id <> higher_plan_id)
);
comment on table plan_target_link is 'This target makes that target of a higher plan or known text concrete.';
create index plan_target_link_of_higher on plan_target_link (higher_id, state);
create index plan_target_link_of_plan on plan_target_link (plan_id);

create table cascade_version (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  record_id uuid not null,
  version jsonb not null,
  until timestamptz not null default now()
);
comment on table cascade_version is 'What stood in a link, or in the place of a plan, before a person changed it. Written by a trigger.';
create index cascade_version_of_record on cascade_version (record_id, until);
create trigger cascade_version_only_grows before update or delete or truncate on cascade_version
  for each statement execute function refuse_change();

create function keep_cascade_version() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.cascade_version (kind, record_id, version)
    values (tg_table_name, coalesce(to_jsonb(old) ->> 'id', to_jsonb(old) ->> 'plan_id')::uuid, to_jsonb(old));
  return new;
end $$;
do $$
declare
  t text;
begin
  foreach t in array array['plan_place', 'plan_carries_out', 'plan_task_link', 'plan_target_link']
  loop
    execute format('create trigger %I before update on %I for each row execute function keep_cascade_version()',
      t || '_version', t);
  end loop;
end $$;

-- Targets: from where they start, and what was reached. Rows are only ever added; the newest counts.

create table target_start (
  id uuid primary key,
  plan_target_id uuid references plan_target,
  legal_target_id uuid references legal_target,
  target_id uuid not null generated always as (coalesce(plan_target_id, legal_target_id)) stored,
  place_id text collate "C" references place,
  measure text check (length(measure) between 1 and 1000),
  against text not null check (against in ('baseline', 'previous_year')),
  value double precision,
  year integer check (year between 1945 and 2100),
  source text check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  check (num_nonnulls(plan_target_id, legal_target_id) = 1),
  check (num_nulls(value, year, source) in (0, 3))
);
comment on table target_start is 'Mốc gốc: the value, year and source a target counts from («giảm 5 % so với năm 2025»), or that it counts from the year before; and how it is measured.';
create index target_start_of_target on target_start (target_id, recorded_at);

create table target_value (
  id uuid primary key,
  plan_target_id uuid references plan_target,
  legal_target_id uuid references legal_target,
  target_id uuid not null generated always as (coalesce(plan_target_id, legal_target_id)) stored,
  place_id text collate "C" references place,
  year integer not null check (year between 1945 and 2100),
  value double precision,
  proof text check (length(proof) between 1 and 500),
  proof_url text check (proof_url ~ '^https?://'),
  note text check (length(note) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  check (num_nonnulls(plan_target_id, legal_target_id) = 1),
  check (value is null or proof is not null),
  check (value is not null or note is not null)
);
comment on table target_value is 'What was reached in a year, with the document that says so. A later row for the same year and place corrects the earlier; a null value withdraws it, and the note says why.';
comment on column target_value.place_id is 'Null: the place of the target itself, the country for a national text.';
create index target_value_of_target on target_value (target_id, year, recorded_at);

create trigger target_start_only_grows before update or delete or truncate on target_start
  for each statement execute function refuse_change();
create trigger target_value_only_grows before update or delete or truncate on target_value
  for each statement execute function refuse_change();

-- Rà soát văn bản.

create table text_proposal (
  id uuid primary key,
  text_id uuid references legal_text,
  act text not null check (act in ('keep', 'amend', 'replace', 'repeal', 'new')),
  words text not null check (length(words) between 1 and 4000),
  reason text not null check (length(reason) between 1 and 4000),
  proposer text not null check (length(proposer) between 1 and 300),
  receiver text not null check (length(receiver) between 1 and 300),
  place_id text collate "C" references place,
  due_on date not null,
  answer_due_on date,
  state text not null check (state in ('preparing', 'sent', 'accepted', 'declined', 'dropped')),
  state_since timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null references account,
  check ((act = 'new') = (text_id is null)),
  check (answer_due_on is null or state <> 'preparing')
);
comment on table text_proposal is 'Who proposes what about a text, by when. Whether it is late is computed from its dates and never typed.';
create index text_proposal_of_text on text_proposal (text_id);
create index text_proposal_open on text_proposal (due_on) where state in ('preparing', 'sent');

create table text_proposal_step (
  id uuid primary key,
  proposal_id uuid not null references text_proposal,
  step text not null check (step in ('create', 'send', 'accept', 'decline', 'drop')),
  words text check (length(words) between 1 and 4000),
  document text check (length(document) between 1 and 300),
  at timestamptz not null,
  by uuid not null references account
);
comment on table text_proposal_step is 'What happened to a proposal: sent with which document, answered in which words. Rows are only ever added.';
create index text_proposal_step_of_proposal on text_proposal_step (proposal_id, at);
create trigger text_proposal_step_only_grows before update or delete or truncate on text_proposal_step
  for each statement execute function refuse_change();

grant select, insert on legal_text, legal_text_version, legal_text_relation, legal_duty, legal_target, law_seed, plan_place,
  plan_carries_out, plan_task_link, plan_target_link, cascade_version, target_start, target_value, text_proposal,
  text_proposal_step to mangnon_app;
grant update (kind, number, number_folded, issued_on, issuer, issuer_folded, title, in_force_from, in_force_to, source_url,
  trust, note, plan_id, folded, changed_at, changed_by) on legal_text to mangnon_app;
grant update (withdrawn_at, withdrawn_by) on legal_text_relation to mangnon_app;
grant update (place_id, origin, set_by, set_at) on plan_place to mangnon_app;
grant update (state, origin, linked_by, linked_at) on plan_carries_out to mangnon_app;
grant update (state, origin, score, linked_by, linked_at) on plan_task_link, plan_target_link to mangnon_app;
grant update (state, state_since, answer_due_on) on text_proposal to mangnon_app;
