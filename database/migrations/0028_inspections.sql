-- Looking at how plans are carried out: visits to units that hold tasks, what was found there, conclusions, and the
-- recommendations that are followed until they are settled. What is overdue stands nowhere: it is computed from days.

create table inspection (
  id uuid primary key,
  plan_id uuid not null references plan,
  agency_id text not null references agency,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  unit text collate "C" not null generated always as (agency_id || '|' || place_id) stored,
  kind text not null check (kind in ('check', 'supervision', 'evaluation')),
  basis text not null check (length(btrim(basis)) between 3 and 500),
  members jsonb not null check (jsonb_typeof(members) = 'array'),
  starts_on date not null,
  ends_on date not null,
  contents text not null check (length(btrim(contents)) between 1 and 8000),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  unique (id, place_id, province_id, unit),
  check (starts_on <= ends_on)
);
comment on table inspection is 'Cuộc kiểm tra, giám sát hoặc đánh giá việc thực hiện một kế hoạch, do một cơ quan ở một địa bàn chủ trì.';
comment on column inspection.id is 'Made by the screen before the first try, as the other ids here: a repeated request finds what it made.';
comment on column inspection.basis is 'The document that sets it up, with number and day, as cited.';
comment on column inspection.members is 'Who goes along, as the decision names them: [{"name": …, "from": …}].';
create index inspection_of_plan on inspection (plan_id);
create index inspection_of_lead on inspection (place_id);

create table inspection_unit (
  id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_agency_id text not null references agency,
  for_place_id text collate "C" not null references place,
  for_province_id text collate "C" not null references place,
  for_unit text collate "C" not null generated always as (for_agency_id || '|' || for_place_id) stored,
  foreign key (inspection_id, place_id, province_id, unit) references inspection (id, place_id, province_id, unit),
  unique (inspection_id, for_agency_id, for_place_id),
  unique (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
);
comment on table inspection_unit is 'A unit an inspection looks at. Every row below says whose inspection it is of (place_id, province_id, unit) and whom it concerns (for_…).';
create index inspection_unit_concerned on inspection_unit (for_place_id);

create table inspection_visit (
  id uuid primary key,
  unit_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  planned_on date not null,
  held_on date,
  not_held_reason text check (length(btrim(not_held_reason)) between 1 and 2000),
  foreign key (unit_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references inspection_unit (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  unique (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  check (held_on is null or not_held_reason is null)
);
comment on table inspection_visit is 'Buổi làm việc: planned for a day, held on one, or not held with a reason.';
create index inspection_visit_of on inspection_visit (inspection_id, planned_on);

create table inspection_visit_event (
  id uuid primary key,
  visit_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  kind text not null check (kind in ('planned', 'moved', 'held', 'not_held', 'reopened')),
  from_day date,
  to_day date,
  reason text check (length(btrim(reason)) between 1 and 2000),
  at timestamptz not null,
  by uuid not null references account,
  foreign key (visit_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references inspection_visit (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  check (kind in ('planned', 'held') or reason is not null),
  check (kind <> 'moved' or from_day is not null and to_day is not null)
);
comment on table inspection_visit_event is 'What happened to a visit: its day never moves without a reason. Rows are only ever added.';
create index inspection_visit_event_of on inspection_visit_event (inspection_id, at);

create table inspection_finding (
  id uuid primary key,
  unit_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  kind text not null check (kind in ('good', 'shortcoming', 'violation')),
  words text not null check (length(btrim(words)) between 1 and 4000),
  task_id uuid references task,
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  withdrawn_at timestamptz,
  withdrawn_by uuid references account,
  withdrawn_reason text check (length(btrim(withdrawn_reason)) between 1 and 2000),
  foreign key (unit_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references inspection_unit (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table inspection_finding is 'Phát hiện: what was found at a unit. Its words never change; what was wrong is withdrawn with a reason, and stays.';
comment on column inspection_finding.kind is 'Làm tốt; tồn tại, hạn chế; vi phạm: the product''s own division, of no law.';
create index inspection_finding_of on inspection_finding (inspection_id, recorded_at);
create index inspection_finding_of_task on inspection_finding (task_id) where task_id is not null;

create table inspection_conclusion (
  id uuid primary key,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  number text not null check (length(btrim(number)) between 1 and 60),
  issued_on date not null,
  words text not null check (length(btrim(words)) between 1 and 20000),
  corrects_id uuid,
  issued_at timestamptz not null,
  issued_by uuid not null references account,
  foreign key (inspection_id, place_id, province_id, unit) references inspection (id, place_id, province_id, unit),
  unique (inspection_id, id),
  foreign key (inspection_id, corrects_id) references inspection_conclusion (inspection_id, id),
  unique (corrects_id),
  check (corrects_id <> id)
);
comment on table inspection_conclusion is 'Kết luận: never changed once issued. What was wrong is put right by a new one that names the former.';
create unique index inspection_conclusion_first on inspection_conclusion (inspection_id) where corrects_id is null;

create table recommendation (
  id uuid primary key,
  conclusion_id uuid not null,
  unit_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  position integer not null,
  words text not null check (length(btrim(words)) between 1 and 4000),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'reported', 'settled', 'replaced')),
  settled_on date,
  foreign key (inspection_id, conclusion_id) references inspection_conclusion (inspection_id, id),
  foreign key (unit_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references inspection_unit (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  unique (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  check ((state = 'settled') = (settled_on is not null))
);
comment on table recommendation is 'Kiến nghị: what a conclusion asks of a unit, by a day. The same life as domain/src/inspections/recommendation.workflow.ts.';
comment on column recommendation.settled_on is 'The day it was done, by the report that was accepted.';
create index recommendation_of on recommendation (inspection_id, position);
create index recommendation_waiting on recommendation (for_place_id, due_on) where state = 'open';
create index recommendation_to_decide on recommendation (place_id, due_on) where state = 'reported';

create table recommendation_report (
  id uuid primary key,
  recommendation_id uuid not null,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  happened_on date not null,
  words text not null check (length(btrim(words)) between 1 and 8000),
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  foreign key (recommendation_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references recommendation (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  unique (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
);
comment on table recommendation_report is 'What a unit says it did about a recommendation. Never changed.';
create index recommendation_report_of on recommendation_report (inspection_id, recorded_at);
create index recommendation_report_of_one on recommendation_report (recommendation_id, recorded_at);

create table recommendation_decision (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null unique,
  inspection_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  for_place_id text collate "C" not null,
  for_province_id text collate "C" not null,
  for_unit text collate "C" not null,
  decision text not null check (decision in ('settled', 'sent_back')),
  reason text check (length(btrim(reason)) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by uuid not null references account,
  foreign key (report_id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit)
    references recommendation_report (id, inspection_id, place_id, province_id, unit, for_place_id, for_province_id, for_unit),
  check (decision = 'settled' or reason is not null)
);
comment on table recommendation_decision is 'The inspecting unit accepts that a recommendation is settled, or sends the report back with a reason.';

create trigger inspection_visit_event_only_grows before update or delete or truncate on inspection_visit_event
  for each statement execute function refuse_change();
create trigger inspection_conclusion_only_grows before update or delete or truncate on inspection_conclusion
  for each statement execute function refuse_change();
create trigger recommendation_report_only_grows before update or delete or truncate on recommendation_report
  for each statement execute function refuse_change();
create trigger recommendation_decision_only_grows before update or delete or truncate on recommendation_decision
  for each statement execute function refuse_change();

grant select, insert on inspection, inspection_unit, inspection_visit, inspection_visit_event, inspection_finding,
  inspection_conclusion, recommendation, recommendation_report, recommendation_decision to mangnon_app;
grant update (kind, basis, members, starts_on, ends_on, contents, version) on inspection to mangnon_app;
grant update (planned_on, held_on, not_held_reason) on inspection_visit to mangnon_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on inspection_finding to mangnon_app;
grant update (state, settled_on) on recommendation to mangnon_app;
