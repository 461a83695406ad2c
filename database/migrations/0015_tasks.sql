-- Carrying plans out: each sentence of a plan becomes the duty of named units, with the periods it falls due in, what was
-- reported about each, its proof, and who accepted it. Status stands nowhere: task_status computes it.

create table task (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan,
  plan_task_id uuid not null references plan_task,
  agency_id text not null references agency,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  unit text collate "C" not null generated always as (agency_id || '|' || place_id) stored,
  requester_place_id text collate "C" not null references place,
  words text not null check (length(btrim(words)) between 1 and 4000),
  product_kind text not null default 'none' check (product_kind in ('none', 'report', 'document', 'course', 'model', 'figure', 'other')),
  product text check (length(btrim(product)) between 1 and 500),
  product_value numeric check (product_value >= 0),
  product_unit text check (length(btrim(product_unit)) between 1 and 60),
  repeats text not null check (repeats in ('once', 'month', 'quarter', 'half_year', 'year')),
  starts_on date not null,
  ends_on date,
  assigned_at timestamptz not null,
  assigned_by uuid not null references account,
  cancelled_on date,
  cancelled_by uuid references account,
  cancelled_by_text text check (length(btrim(cancelled_by_text)) between 1 and 300),
  folded text not null,
  unique (plan_task_id, agency_id, place_id),
  unique (id, place_id, province_id, unit, requester_place_id),
  check (starts_on <= ends_on),
  check (repeats = 'once' or ends_on is not null),
  check ((product_kind = 'none') = (product is null)),
  check ((product_value is null) = (product_unit is null)),
  check ((cancelled_on is null) = (cancelled_by_text is null) and (cancelled_on is null) = (cancelled_by is null))
);
comment on table task is 'Nhiệm vụ được giao: one sentence of a plan as the duty of one unit in charge (an agency in its place).';
comment on column task.province_id is 'The province of the place, or the place itself: for lists and policies.';
comment on column task.requester_place_id is 'Whose plan it is: its lead officer, or the chair of its commune, accepts what is reported.';
comment on column task.words is 'What this unit has to do; the sentence of the plan unless it was put more closely.';
comment on column task.cancelled_by_text is 'The document that cancelled it, as cited: a task is never simply struck out.';
comment on column task.folded is 'Words and product without accents, for searching (domain/src/kernel/fold.ts).';
create index task_of_unit on task (place_id, agency_id);
create index task_of_plan on task (plan_id, plan_task_id);

create table task_party (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  with_agency_id text references agency,
  with_place_id text collate "C" references place,
  account_id uuid references account,
  added_at timestamptz not null,
  added_by uuid not null references account,
  ended_at timestamptz,
  foreign key (task_id, place_id, province_id, unit, requester_place_id)
    references task (id, place_id, province_id, unit, requester_place_id),
  check ((with_agency_id is null) = (with_place_id is null) and (with_agency_id is null) <> (account_id is null))
);
comment on table task_party is 'Who coordinates on a task: another unit, or a person by name.';
create unique index task_party_unit_once on task_party (task_id, with_agency_id, with_place_id) where ended_at is null and account_id is null;
create unique index task_party_person_once on task_party (task_id, account_id) where ended_at is null and account_id is not null;
create index task_party_of_account on task_party (account_id) where ended_at is null;
create index task_party_of_unit on task_party (with_place_id, with_agency_id) where ended_at is null;

create table task_period (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null,
  plan_id uuid not null references plan,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  period text not null check (period ~ '^(once|\d{4}(-(H[12]|Q[1-4]|\d{2}))?)$'),
  starts_on date not null,
  due_on date,
  first_due_on date,
  done_on date,
  accepted_at timestamptz,
  cancelled_on date,
  reported_on date,
  foreign key (task_id, place_id, province_id, unit, requester_place_id)
    references task (id, place_id, province_id, unit, requester_place_id),
  unique (task_id, period),
  unique (id, place_id, province_id, unit, requester_place_id),
  check (starts_on <= due_on),
  check ((done_on is null) = (accepted_at is null)),
  check (done_on is null or cancelled_on is null)
);
comment on table task_period is 'One time a task falls due: the only one, or one for each period of a task that repeats.';
comment on column task_period.due_on is 'Computed once when the task was given; later only by a request for more time that was granted.';
comment on column task_period.first_due_on is 'As it was first given: what was granted later never hides it.';
comment on column task_period.done_on is 'The day it was really done, by the report that was accepted with its proof.';
comment on column task_period.reported_on is 'The day it is said to be done by a report that waits for a decision; null when nothing waits.';
create index task_period_of_place on task_period (place_id, due_on);
create index task_period_state on task_period (province_id, plan_id, unit)
  include (starts_on, due_on, done_on, cancelled_on, reported_on, task_id);
create index task_period_due on task_period (due_on) where done_on is null and cancelled_on is null;

create function task_status(starts_on date, due_on date, done_on date, cancelled_on date, today date) returns text
  language sql immutable parallel safe as $$
  select case
    when done_on is not null then case when due_on is null or done_on <= due_on then 'done_on_time' else 'done_late' end
    when cancelled_on is not null then 'cancelled'
    when today < starts_on then 'not_yet_due_to_start'
    when due_on is null or today <= due_on then 'under_way_in_time'
    else 'under_way_overdue' end
$$;
comment on function task_status is 'The one state of a task period on a day; the same as domain/src/tasks/task-status.ts, which a property test holds it to.';

create table progress_report (
  id uuid primary key,
  period_id uuid not null,
  task_id uuid not null references task,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  kind text not null check (kind in ('progress', 'completion')),
  happened_on date not null,
  words text not null check (length(btrim(words)) between 1 and 8000),
  figure numeric,
  figure_unit text check (length(btrim(figure_unit)) between 1 and 60),
  recorded_at timestamptz not null,
  recorded_by uuid not null references account,
  foreign key (period_id, place_id, province_id, unit, requester_place_id) references task_period (id, place_id, province_id, unit, requester_place_id),
  unique (id, place_id, province_id, unit, requester_place_id),
  check ((figure is null) = (figure_unit is null))
);
comment on table progress_report is 'Báo cáo tiến độ: what a unit says of one period. Never changed; what was wrong is said anew.';
comment on column progress_report.id is 'Made by the screen before the first try: a repeated request finds the report it made.';
comment on column progress_report.happened_on is 'When it happened; recorded_at tells when it was typed in. The difference is shown to who answers for the unit.';
create index progress_report_of_period on progress_report (period_id, recorded_at);

create table progress_decision (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null unique,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  decision text not null check (decision in ('accepted', 'sent_back')),
  reason text check (length(btrim(reason)) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by uuid not null references account,
  foreign key (report_id, place_id, province_id, unit, requester_place_id)
    references progress_report (id, place_id, province_id, unit, requester_place_id),
  check (decision = 'accepted' or reason is not null)
);
comment on table progress_decision is 'The requester accepts that a task is done, or sends the report back with a reason. Once for each report.';

create table proof_content (
  id uuid primary key,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 25000000)
);
alter table proof_content alter column bytes set storage external;
comment on table proof_content is 'Contents of proof: as received, and the copies that are shown. Under the same policies as the proof itself.';

create table proof (
  id uuid primary key,
  period_id uuid not null,
  report_id uuid,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  file_name text not null check (length(file_name) between 1 and 255),
  kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'jpeg', 'png', 'webp', 'heic', 'text', 'mp3', 'mp4', 'm4a')),
  byte_count integer not null check (byte_count > 0),
  sha256 bytea not null check (length(sha256) = 32),
  content_id uuid not null references proof_content,
  shown_id uuid references proof_content,
  scan text not null check (scan in ('waiting', 'clean', 'quarantined')),
  scanned_at timestamptz,
  scan_words text check (length(scan_words) <= 300),
  received_at timestamptz not null,
  received_by uuid not null references account,
  withdrawn_at timestamptz,
  foreign key (period_id, place_id, province_id, unit, requester_place_id) references task_period (id, place_id, province_id, unit, requester_place_id),
  foreign key (report_id, place_id, province_id, unit, requester_place_id) references progress_report (id, place_id, province_id, unit, requester_place_id)
);
comment on table proof is 'Minh chứng: a file that shows what was done. What it is was told by its content, not by its name.';
comment on column proof.sha256 is 'Of the file as it was received.';
comment on column proof.shown_id is 'The copy people are shown: of a picture the one without place, time and camera data; of other kinds the file itself.';
comment on column proof.scan is 'waiting: no scanner answered yet, kept and handed out only with that said; quarantined: kept, handed to nobody.';
create index proof_of_period on proof (period_id);
create index proof_of_report on proof (report_id);
create index proof_to_scan on proof (received_at) where scan = 'waiting';

create table task_step (
  id uuid primary key,
  period_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  position integer not null,
  words text not null check (length(btrim(words)) between 1 and 1000),
  account_id uuid references account,
  due_on date,
  done_on date,
  removed_at timestamptz,
  version integer not null default 1,
  written_at timestamptz not null,
  written_by uuid not null references account,
  foreign key (period_id, place_id, province_id, unit, requester_place_id) references task_period (id, place_id, province_id, unit, requester_place_id)
);
comment on table task_step is 'The unit''s own steps towards a task: its own affair, not counted in any figure.';
create index task_step_of_period on task_step (period_id, position);

create table time_request (
  id uuid primary key,
  period_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  due_before date not null,
  asked_due_on date not null check (asked_due_on > due_before),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  asked_at timestamptz not null,
  asked_by uuid not null references account,
  answer text check (answer in ('granted', 'refused')),
  granted_due_on date check (granted_due_on > due_before),
  answer_words text check (length(btrim(answer_words)) between 1 and 2000),
  answered_at timestamptz,
  answered_by uuid references account,
  foreign key (period_id, place_id, province_id, unit, requester_place_id) references task_period (id, place_id, province_id, unit, requester_place_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((answer is not distinct from 'granted') = (granted_due_on is not null)),
  check (answer is distinct from 'refused' or answer_words is not null)
);
comment on table time_request is 'Xin gia hạn: asked with a reason, answered, and kept.';
create unique index time_request_one_open on time_request (period_id) where answer is null;

create table hindrance (
  id uuid primary key,
  period_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  words text not null check (length(btrim(words)) between 1 and 4000),
  raised_at timestamptz not null,
  raised_by uuid not null references account,
  with_place_id text collate "C" references place,
  with_ministry boolean not null default false,
  state text not null check (state in ('open', 'answered', 'settled')),
  foreign key (period_id, place_id, province_id, unit, requester_place_id) references task_period (id, place_id, province_id, unit, requester_place_id),
  unique (id, place_id, province_id, unit, requester_place_id),
  check (with_ministry = (with_place_id is null))
);
comment on table hindrance is 'Khó khăn, vướng mắc: what keeps a unit from its task, and with whom it stands up the line.';
comment on column hindrance.with_place_id is 'The level that has to answer now: the requester first, then what lies above it; the ministry has no place.';
create index hindrance_of_period on hindrance (period_id);
create index hindrance_waiting on hindrance (with_place_id) where state = 'open';

create table hindrance_act (
  id uuid primary key,
  hindrance_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,
  kind text not null check (kind in ('passed_up', 'answered', 'settled', 'reopened')),
  words text not null check (length(btrim(words)) between 1 and 4000),
  to_place_id text collate "C" references place,
  at timestamptz not null,
  by uuid not null references account,
  foreign key (hindrance_id, place_id, province_id, unit, requester_place_id) references hindrance (id, place_id, province_id, unit, requester_place_id)
);
create index hindrance_act_of on hindrance_act (hindrance_id, at);

create table task_event (
  id uuid primary key default gen_random_uuid(),
  task_id uuid not null,
  place_id text collate "C" not null,
  province_id text collate "C" not null,
  unit text collate "C" not null,
  requester_place_id text collate "C" not null,

  period_id uuid references task_period,
  kind text not null check (kind in ('assigned', 'cancelled', 'schedule_changed', 'words_changed', 'product_changed',
    'party_added', 'party_ended', 'due_moved')),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  at timestamptz not null,
  by uuid not null references account,
  foreign key (task_id, place_id, province_id, unit, requester_place_id)
    references task (id, place_id, province_id, unit, requester_place_id)
);
comment on table task_event is 'What happened to the task itself; reports, decisions, requests and hindrances keep their own rows. Rows are only ever added.';
create index task_event_of on task_event (task_id, at);
create trigger task_event_only_grows before update or delete or truncate on task_event
  for each statement execute function refuse_change();
create trigger progress_report_only_grows before update or delete or truncate on progress_report
  for each statement execute function refuse_change();
create trigger progress_decision_only_grows before update or delete or truncate on progress_decision
  for each statement execute function refuse_change();
create trigger hindrance_act_only_grows before update or delete or truncate on hindrance_act
  for each statement execute function refuse_change();

grant select, insert on task, task_party, task_period, progress_report, progress_decision, proof_content, proof, task_step,
  time_request, hindrance, hindrance_act, task_event to mangnon_app;
grant update (words, product_kind, product, product_value, product_unit, starts_on, ends_on, cancelled_on, cancelled_by,
  cancelled_by_text, folded) on task to mangnon_app;
grant update (ended_at) on task_party to mangnon_app;
grant update (starts_on, due_on, done_on, accepted_at, cancelled_on, reported_on) on task_period to mangnon_app;
grant update (report_id, shown_id, scan, scanned_at, scan_words, withdrawn_at) on proof to mangnon_app;
grant update (words, account_id, due_on, done_on, removed_at, version, position) on task_step to mangnon_app;
grant update (answer, granted_due_on, answer_words, answered_at, answered_by) on time_request to mangnon_app;
grant update (with_place_id, with_ministry, state) on hindrance to mangnon_app;
