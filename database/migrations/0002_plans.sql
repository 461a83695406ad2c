-- A plan document from the file that came in, through its review, to the adopted plan.

create table source_file (
  sha256 bytea primary key check (length(sha256) = 32),
  bytes bytea not null check (octet_length(bytes) between 1 and 60000000),
  byte_count integer not null check (byte_count = octet_length(bytes)),
  received_at timestamptz not null
);
alter table source_file alter column bytes set storage external;
comment on table source_file is 'The files as they came, each content once; kept for good, because every fact answers to its sentence in one of them.';
comment on column source_file.bytes is 'At most 60 MB. Not compressed again (documents already are), so that a part can be read without the whole.';

create table draft (
  id uuid primary key default gen_random_uuid(),
  upload_id uuid not null unique,
  source_sha256 bytea not null references source_file,
  file_name text not null check (length(file_name) between 1 and 255),
  state text not null check (state in ('reading', 'refused', 'in_review', 'adopted', 'discarded')),
  uploaded_by uuid not null references account,
  uploaded_at timestamptz not null,
  state_since timestamptz not null,
  progress_stage text not null default 'waiting'
    check (progress_stage in ('waiting', 'opening', 'recognising', 'understanding', 'done')),
  progress_done integer not null default 0 check (progress_done >= 0),
  progress_of integer not null default 0 check (progress_of >= 0),
  refusal jsonb check (refusal ? 'code'),
  read_at timestamptz,
  source_format text check (source_format in ('docx', 'pdf', 'scan', 'text')),
  pages integer check (pages >= 0),
  text text not null default '',
  extraction jsonb,
  layout jsonb not null default '[]' check (jsonb_typeof(layout) = 'array'),
  seq integer not null default 0 check (seq >= 0),
  check (state not in ('in_review', 'adopted') or (read_at is not null and extraction is not null)),
  check (state <> 'refused' or refusal is not null),
  check ((read_at is null) = (extraction is null))
);
comment on table draft is 'One uploaded document on its way to becoming a plan. Never removed; what is not wanted is put away (discarded).';
comment on column draft.upload_id is 'Made by the screen before the first try: a repeated upload finds the draft it made.';
comment on column draft.refusal is 'Why the file could not be read: code and details; its sentence stands in the refusals of the module.';
comment on column draft.text is 'The normalised text all spans count in (UTF-16 units). Empty until read.';
comment on column draft.extraction is 'What the reader found, untouched by people, without the text; the beginning of the history that draft_edit continues.';
comment on column draft.seq is 'Number of the last edit; taken under the lock of this row, so that numbers have no gaps and no two orders.';
create index draft_by_state on draft (state, uploaded_at desc);
create index draft_of_file on draft (source_sha256);

create function draft_stays_adopted() returns trigger language plpgsql as $$
begin
  if old.state = 'adopted' then
    raise exception 'draft % is adopted and does not change any more', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger draft_stays_adopted before update or delete on draft for each row execute function draft_stays_adopted();

create table draft_fact (
  draft_id uuid not null references draft,
  id uuid not null,
  kind text not null check (kind in ('heading', 'task', 'target', 'reporting', 'legal_basis', 'doubt')),
  position double precision not null,
  span_start integer check (span_start >= 0),
  span_end integer check (span_end >= span_start),
  confidence double precision check (confidence between 0 and 1),
  version integer not null check (version >= 1),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  primary key (draft_id, id),
  check ((span_start is null) = (span_end is null))
);
comment on table draft_fact is 'The facts of a draft as they stand now; how they came to stand so is in draft_edit.';
comment on column draft_fact.version is 'Grows by one with each change; merge, split and delete are refused when it is not the one the person saw.';
create unique index draft_fact_one_heading on draft_fact (draft_id) where kind = 'heading';
create index draft_fact_open_doubt on draft_fact (draft_id) where kind = 'doubt' and data -> 'settled' = 'null';

create table draft_edit (
  draft_id uuid not null references draft,
  seq integer not null check (seq >= 1),
  edit_id uuid not null,
  account_id uuid not null references account,
  at timestamptz not null,
  type text not null check (type in ('change', 'add', 'merge', 'split', 'delete', 'undo')),
  undoes uuid,
  act jsonb not null check (jsonb_typeof(act) = 'object'),
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  primary key (draft_id, seq),
  unique (draft_id, edit_id),
  foreign key (draft_id, undoes) references draft_edit (draft_id, edit_id),
  check ((type = 'undo') = (undoes is not null))
);
comment on table draft_edit is 'Every act of a person on a draft, with each touched fact before and after. Rows are only ever added; an undo is an act of its own.';
comment on column draft_edit.edit_id is 'Made by the screen before the first try: a repeated request finds the edit it made.';
create index draft_edit_undo on draft_edit (draft_id, seq) where undoes is not null;
create trigger draft_edit_only_grows before update or delete or truncate on draft_edit
  for each statement execute function refuse_change();

create unlogged table draft_presence (
  draft_id uuid not null references draft on delete cascade,
  account_id uuid not null references account,
  seen_at timestamptz not null,
  primary key (draft_id, account_id)
);
comment on table draft_presence is 'Who has a draft open, by their last question. Worthless after a crash, hence not logged.';

create table plan (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null unique references draft,
  kind text not null,
  number text,
  number_folded text,
  issuer text,
  place text,
  issued_on text check (issued_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  title text not null check (length(title) > 0),
  signatory_name text,
  signatory_capacity text,
  adopted_at timestamptz not null,
  adopted_by uuid not null references account,
  folded text not null,
  check ((number is null) = (number_folded is null))
);
comment on table plan is 'A plan taken over after review. The unique draft_id is what makes adopting twice impossible, whatever retries or crashes.';
comment on column plan.issued_on is 'ISO date, or the part of it that is printed: 2026, 2026-03.';
comment on column plan.number_folded is 'The number as citations are compared: domain/src/kernel/fold.ts.';
comment on column plan.folded is 'Number, title and issuer for searching, folded by domain/src/kernel/fold.ts like every other search here.';
create index plan_newest on plan (adopted_at desc, id);
create index plan_by_number on plan (number_folded) where number_folded is not null;

create table plan_recipient (
  plan_id uuid not null references plan,
  position integer not null,
  text text not null,
  primary key (plan_id, position)
);
comment on table plan_recipient is 'Nơi nhận (Decree 30/2020, annex I): who the document was sent to, as printed.';

create table plan_task (
  id uuid primary key,
  plan_id uuid not null references plan,
  draft_fact_id uuid not null,
  position integer not null,
  text text not null check (length(text) > 0),
  section text not null,
  due_from date,
  due_to date,
  due_text text,
  span_start integer check (span_start >= 0),
  span_end integer check (span_end >= span_start),
  unique (plan_id, draft_fact_id),
  unique (plan_id, position),
  check ((span_start is null) = (span_end is null)),
  check (due_text is not null or (due_from is null and due_to is null)),
  check (due_from is null or due_to is null or due_from <= due_to)
);
comment on table plan_task is 'Nhiệm vụ of an adopted plan, with the passage it was read from in the text of its draft.';
comment on column plan_task.due_text is 'The time as printed; null where the plan names none.';

create table plan_task_agency (
  task_id uuid not null references plan_task,
  role text not null check (role in ('lead', 'coordinating')),
  position integer not null,
  printed text not null check (length(printed) > 0),
  printed_folded text not null,
  agency_id text references agency,
  primary key (task_id, role, position)
);
comment on table plan_task_agency is 'Who leads (chủ trì) and who coordinates (phối hợp), as printed and as known to the register.';
comment on column plan_task_agency.agency_id is 'Null where the register knows no such agency, or more than one: nothing is guessed.';
create index plan_task_agency_by_agency on plan_task_agency (agency_id, role) where agency_id is not null;

create table plan_target (
  id uuid primary key,
  plan_id uuid not null references plan,
  draft_fact_id uuid not null,
  position integer not null,
  text text not null check (length(text) > 0),
  owner text[] not null,
  comparator text not null check (comparator in ('>=', '>', '<=', '<', 'decrease_by', 'increase_by')),
  value double precision not null,
  value_to double precision check (value_to >= value),
  unit text not null,
  year integer check (year between 1945 and 2100),
  span_start integer check (span_start >= 0),
  span_end integer check (span_end >= span_start),
  unique (plan_id, draft_fact_id),
  unique (plan_id, position),
  check ((span_start is null) = (span_end is null))
);
comment on table plan_target is 'Chỉ tiêu: a figure the plan promises, with its direction, unit and year.';

create table plan_reporting (
  id uuid primary key,
  plan_id uuid not null references plan,
  draft_fact_id uuid not null,
  position integer not null,
  period text not null check (period in ('month', '3_months', '6_months', '9_months', 'year')),
  due_month integer check (due_month between 1 and 12),
  due_day integer check (due_day between 1 and 31),
  senders text[] not null,
  receiver text,
  via text,
  span_start integer check (span_start >= 0),
  span_end integer check (span_end >= span_start),
  unique (plan_id, draft_fact_id),
  unique (plan_id, position),
  check ((due_month is null) = (due_day is null)),
  check ((span_start is null) = (span_end is null))
);
comment on table plan_reporting is 'Who reports to whom, how often and by which day of the year.';
comment on column plan_reporting.via is 'The agency that gathers the reports («qua Sở Y tế tổng hợp»).';

create table plan_legal_basis (
  id uuid primary key,
  plan_id uuid not null references plan,
  draft_fact_id uuid not null,
  position integer not null,
  kind text not null,
  number text not null check (length(number) > 0),
  issued_on text,
  issuer text,
  span_start integer check (span_start >= 0),
  span_end integer check (span_end >= span_start),
  unique (plan_id, draft_fact_id),
  unique (plan_id, position),
  check ((span_start is null) = (span_end is null))
);
comment on table plan_legal_basis is 'Documents a plan rests on. Which of them are plans known here is found when it is asked, so that a plan adopted later is linked from earlier ones too.';

-- An adopted plan is a record: the server may add, never change or remove.
grant select, insert on source_file, plan, plan_recipient, plan_task, plan_task_agency, plan_target, plan_reporting,
  plan_legal_basis, draft_edit to mangnon_app;
grant select, insert, update on draft to mangnon_app;
grant select, insert, update, delete on draft_fact, draft_presence to mangnon_app;
