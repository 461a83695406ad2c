-- What units say in figures and words for a report that is due (domain/src/reports): forms of regimes, versions of reports, their
-- values, and what the receiver makes of them. A figure of others is never changed: a correction is a version, and what a
-- receiver corrects is an adjustment beside it.

create table report_form (
  id uuid primary key,
  regime_id uuid not null references report_regime,
  version integer not null check (version >= 1),
  first_due_on date not null,
  tables jsonb not null check (jsonb_typeof(tables) = 'array'),
  set_at timestamptz not null,
  set_by uuid not null references account,
  unique (regime_id, version),
  unique (regime_id, first_due_on)
);
comment on table report_form is 'Biểu mẫu số liệu of a regime: which counts it asks for and how they are split, from the report due on first_due_on until the next version.';
create trigger report_form_only_grows before update or delete or truncate on report_form
  for each statement execute function refuse_change();

create table report_period (
  id integer primary key generated always as identity,
  cut_start date not null,
  cut_end date not null check (cut_end >= cut_start),
  unique (cut_start, cut_end)
);
comment on table report_period is 'Stretches of days for which figures were told: a number for each, so that ten million values carry it cheaply.';

create table report_cell (
  id integer primary key generated always as identity,
  key text collate "C" not null unique,
  code text collate "C" not null,
  parts jsonb not null check (jsonb_typeof(parts) = 'object')
);
comment on table report_cell is 'Cells of forms: a count, split or not, under the key that domain/src/indicators/form-cell.ts writes.';
create index report_cell_of_indicator on report_cell (code);

create table report_version (
  no bigint primary key generated always as identity,
  id uuid not null unique,
  regime_id uuid not null references report_regime,
  due_on date not null,
  period_id integer not null references report_period,
  agency_id text not null references agency,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  unit text collate "C" not null generated always as (agency_id || '|' || place_id) stored,
  receiver_place_id text collate "C" references place,
  version integer not null check (version >= 1),
  form_id uuid references report_form,
  state text not null check (state in ('draft', 'signed', 'sent', 'accepted', 'replaced')),
  reason text check (length(btrim(reason)) between 3 and 2000),
  opened_at timestamptz not null,
  opened_by uuid not null references account,
  signed_at timestamptz,
  signed_by uuid references account,
  first_sent_at timestamptz,
  sent_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references account,
  narrative jsonb not null default '{}' check (jsonb_typeof(narrative) = 'object'),
  check ((signed_at is null) = (signed_by is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((state in ('sent', 'accepted', 'replaced')) <= (sent_at is not null and signed_at is not null)),
  check ((state in ('accepted', 'replaced')) <= (decided_at is not null)),
  check ((version = 1) = (reason is null)),
  unique (regime_id, due_on, agency_id, place_id, version)
);
comment on table report_version is 'A report of a unit for one due day, in one version. Version 2 and on correct what was accepted, and say why.';
comment on column report_version.receiver_place_id is 'The place of the plan: who keeps its plans receives and decides.';
comment on column report_version.first_sent_at is 'When it first went to the receiver; null while the unit alone sees it.';
comment on column report_version.narrative is 'What the unit writes under each heading, {heading: {words, revision}}.';
create unique index report_version_one_open on report_version (regime_id, due_on, agency_id, place_id)
  where state in ('draft', 'signed', 'sent');
create unique index report_version_one_accepted on report_version (regime_id, due_on, agency_id, place_id)
  where state = 'accepted';
create index report_version_of_province on report_version (province_id, period_id);
create index report_version_of_unit on report_version (unit, due_on);
create index report_version_of_receiver on report_version (receiver_place_id, due_on);

create table report_value (
  version_no bigint not null references report_version,
  cell_id integer not null references report_cell,
  period_id integer not null references report_period,
  state text collate "C" not null check (state in ('number', 'zero', 'not_applicable', 'no_report')),
  amount numeric check (amount >= 0),
  reason text collate "C",
  words text check (length(btrim(words)) between 3 and 500),
  standing boolean not null default false,
  revision integer not null default 1 check (revision >= 1),
  entered_at timestamptz not null,
  entered_by uuid references account,
  primary key (version_no, cell_id),
  check (case state when 'number' then amount > 0 and reason is null when 'zero' then amount = 0 and reason is not null
    when 'not_applicable' then amount is null and reason is not null else amount is null and reason is null end)
);
comment on table report_value is 'What a version says in one cell. A cell without a row is not reported, which is no zero; one that was emptied again says so and keeps its revision.';
comment on column report_value.standing is 'The version is the accepted one: only these values enter a sum.';
comment on column report_value.entered_by is 'Null: computed from the records kept here.';
create index report_value_standing on report_value (cell_id, period_id) include (amount, state, version_no) where standing;

create function guard_report_value() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (old.state, old.amount, old.reason, old.words, old.cell_id, old.period_id, old.version_no)
      is distinct from (new.state, new.amount, new.reason, new.words, new.cell_id, new.period_id, new.version_no)
    and not exists (select from public.report_version v where v.no = old.version_no and v.state = 'draft') then
    raise exception 'values of a report that is no draft do not change' using errcode = '23514';
  end if;
  return new;
end $$;
comment on function guard_report_value is 'What a unit signed stands as it was signed, for the receiver too: who accepts makes it stand, and changes nothing.';
create trigger report_value_kept before update on report_value for each row execute function guard_report_value();

create table report_explanation (
  version_no bigint not null references report_version,
  finding text collate "C" not null,
  words text check (length(btrim(words)) between 3 and 1000),
  entered_at timestamptz not null,
  entered_by uuid not null references account,
  primary key (version_no, finding)
);
comment on table report_explanation is 'Why a warning is right as it stands, under the key that findingKey writes. Null words: taken back.';

create table report_remark (
  id uuid primary key,
  version_no bigint not null references report_version,
  cell_id integer references report_cell,
  words text not null check (length(btrim(words)) between 3 and 2000),
  made_at timestamptz not null,
  made_by uuid not null references account
);
comment on table report_remark is 'Why a report was sent back: of one cell, or of the whole where cell_id is null.';
create index report_remark_of_version on report_remark (version_no);
create trigger report_remark_only_grows before update or delete or truncate on report_remark
  for each statement execute function refuse_change();

create table report_step (
  id uuid primary key,
  n bigint not null generated always as identity,
  version_no bigint not null references report_version,
  step text not null check (step in ('open', 'sign', 'reopen', 'send', 'accept', 'send_back', 'correct', 'replace')),
  words text check (length(btrim(words)) between 1 and 4000),
  taken_at timestamptz not null,
  taken_by uuid not null references account
);
comment on table report_step is 'What happened to a version, in the order of n.';
create index report_step_of_version on report_step (version_no, n);
create trigger report_step_only_grows before update or delete or truncate on report_step
  for each statement execute function refuse_change();

create table report_adjustment (
  id uuid primary key,
  regime_id uuid not null references report_regime,
  due_on date not null,
  period_id integer not null references report_period,
  cell_id integer not null references report_cell,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  amount numeric not null check (amount <> 0),
  reason text not null check (length(btrim(reason)) between 3 and 2000),
  made_at timestamptz not null,
  made_by uuid not null references account,
  takes_back uuid unique references report_adjustment
);
comment on table report_adjustment is 'A receiver adds to a total or takes from it, marked as such, with the reason. Taken back by another one that names it.';
comment on column report_adjustment.place_id is 'The place of the receiver whose total it is.';
create index report_adjustment_of_period on report_adjustment (regime_id, due_on);
create trigger report_adjustment_only_grows before update or delete or truncate on report_adjustment
  for each statement execute function refuse_change();

create table report_consolidation (
  id uuid primary key,
  regime_id uuid not null references report_regime,
  due_on date not null,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  version integer not null check (version >= 1),
  paragraphs jsonb not null default '[]' check (jsonb_typeof(paragraphs) = 'array'),
  revision integer not null default 1,
  state text not null check (state in ('draft', 'locked')),
  number text check (length(btrim(number)) between 1 and 60),
  opened_at timestamptz not null,
  opened_by uuid not null references account,
  locked_at timestamptz,
  locked_by uuid references account,
  snapshot jsonb,
  check ((state = 'locked') = (locked_at is not null and locked_by is not null and snapshot is not null)),
  unique (regime_id, due_on, place_id, version)
);
comment on table report_consolidation is 'What the receiver made of the reports of one due day. While a draft its figures are live; locked, they stand in the snapshot, and later corrections show as a difference.';
create unique index report_consolidation_one_draft on report_consolidation (regime_id, due_on, place_id) where state = 'draft';

grant select, insert on report_form, report_period, report_cell, report_remark, report_step, report_adjustment to mangnon_app;
grant select, insert, update on report_value, report_explanation to mangnon_app;
grant select, insert on report_version, report_consolidation to mangnon_app;
grant update (state, signed_at, signed_by, first_sent_at, sent_at, decided_at, decided_by, narrative) on report_version to mangnon_app;
grant update (paragraphs, revision, state, number, locked_at, locked_by, snapshot) on report_consolidation to mangnon_app;
