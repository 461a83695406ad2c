-- Plans written here: from the first word to the issued document, which then stands among the plans that were read.

create table manuscript (
  id uuid primary key,
  place_id text collate "C" not null references place,
  level text not null check (level in ('province', 'commune')),
  place_name text not null,
  short_name text not null,
  agency_id text references agency,
  issuer text not null check (length(issuer) between 1 and 300),
  issuer_folded text not null,
  state text not null check (state in ('drafting', 'submitted', 'sent_back', 'approved', 'issued', 'withdrawn')),
  state_since timestamptz not null,
  source text not null check (source in ('empty', 'higher', 'last_year', 'amends', 'replaces')),
  source_plan_id uuid references plan,
  created_by uuid not null references account,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  seq integer not null default 0 check (seq >= 0),
  number integer check (number >= 1),
  issued_on date,
  issue_year integer generated always as (extract(year from issued_on)::integer) stored,
  plan_id uuid unique references plan,
  unique (id, place_id),
  check ((source = 'empty') = (source_plan_id is null)),
  check ((state = 'issued') = (plan_id is not null)),
  check (state <> 'issued' or (number is not null and issued_on is not null))
);
comment on table manuscript is 'A plan being written (bản soạn thảo) by one issuing body of a place. Never removed; what is not wanted is put away (withdrawn).';
comment on column manuscript.seq is 'Number of the last edit; taken under the lock of this row.';
comment on column manuscript.number is 'Số of the issued document: from 01 each 1 January, unique within a body and a year (Decree 30/2020, art. 15).';
create unique index manuscript_number_once on manuscript (place_id, issuer_folded, issue_year, number);
create index manuscript_of_place on manuscript (place_id, state, created_at desc);

create table manuscript_item (
  manuscript_id uuid not null,
  id uuid not null,
  place_id text collate "C" not null,
  kind text not null check (kind in ('cover', 'basis', 'heading', 'paragraph', 'task', 'target', 'reporting', 'offer')),
  position double precision not null,
  version integer not null check (version >= 1),
  origin uuid,
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  gone boolean not null default false,
  primary key (manuscript_id, id),
  foreign key (manuscript_id, place_id) references manuscript (id, place_id)
);
comment on table manuscript_item is 'The parts of a plan being written as they stand now; how they came to stand so is in manuscript_edit.';
comment on column manuscript_item.origin is 'The part of the earlier version it was taken from, when this amends or replaces an issued plan.';
comment on column manuscript_item.gone is 'Removed by a person; an undo brings it back.';

create table manuscript_edit (
  manuscript_id uuid not null,
  seq integer not null check (seq >= 1),
  place_id text collate "C" not null,
  edit_id uuid not null,
  account_id uuid not null references account,
  at timestamptz not null,
  type text not null check (type in ('change', 'add', 'move', 'delete', 'undo')),
  act jsonb not null check (jsonb_typeof(act) = 'object'),
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  primary key (manuscript_id, seq),
  unique (manuscript_id, edit_id),
  foreign key (manuscript_id, place_id) references manuscript (id, place_id)
);
comment on table manuscript_edit is 'Every act of a person on a plan being written, with each touched part before and after. Rows are only ever added.';
create trigger manuscript_edit_only_grows before update or delete or truncate on manuscript_edit
  for each statement execute function refuse_change();

create table manuscript_comment (
  id uuid primary key,
  manuscript_id uuid not null,
  place_id text collate "C" not null,
  item_id uuid,
  answers uuid references manuscript_comment,
  text text not null check (length(text) between 1 and 4000),
  account_id uuid not null references account,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references account,
  foreign key (manuscript_id, place_id) references manuscript (id, place_id),
  check ((settled_at is null) = (settled_by is null)),
  check (answers is null or settled_at is null)
);
comment on table manuscript_comment is 'Questions about a part of a plan being written, and their answers. A question is settled; an answer is not.';
create index manuscript_comment_of on manuscript_comment (manuscript_id, at);

create table manuscript_step (
  manuscript_id uuid not null,
  taken bigint generated always as identity,
  place_id text collate "C" not null,
  step text not null check (step in ('submit', 'sendBack', 'approve', 'issue', 'withdraw', 'restore')),
  account_id uuid not null references account,
  at timestamptz not null,
  seq integer not null,
  reason text check (length(reason) between 1 and 4000),
  primary key (manuscript_id, taken),
  foreign key (manuscript_id, place_id) references manuscript (id, place_id),
  check (step <> 'sendBack' or reason is not null)
);
comment on table manuscript_step is 'What became of a plan being written, step by step: who, when, at which edit, and why it was sent back.';
create trigger manuscript_step_only_grows before update or delete or truncate on manuscript_step
  for each statement execute function refuse_change();

create table plan_issue (
  plan_id uuid primary key references plan,
  manuscript_id uuid not null unique,
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  earlier_plan_id uuid references plan,
  relation text check (relation in ('amends', 'replaces')),
  issued_by uuid not null references account,
  issued_at timestamptz not null,
  check ((earlier_plan_id is null) = (relation is null)),
  check (earlier_plan_id <> plan_id)
);
comment on table plan_issue is 'A plan that was written and issued here: the document as it was printed, its parts for comparing versions, and what it amends or replaces. A plan that another replaces has ended.';
create unique index plan_replaced_once on plan_issue (earlier_plan_id) where relation = 'replaces';
create index plan_issue_of_earlier on plan_issue (earlier_plan_id) where earlier_plan_id is not null;

create table plan_task_continues (
  task_id uuid primary key references plan_task,
  earlier_task_id uuid not null references plan_task,
  check (task_id <> earlier_task_id)
);
comment on table plan_task_continues is 'The task of last year''s plan, or of the version before, that a task goes on with. What it carries out of a higher plan stands in plan_task_link.';
create index plan_task_continues_of on plan_task_continues (earlier_task_id);

grant select, insert on manuscript, manuscript_item, manuscript_edit, manuscript_comment, manuscript_step, plan_issue,
  plan_task_continues to mangnon_app;
grant update (issuer, issuer_folded, state, state_since, saved_at, seq, number, issued_on, plan_id) on manuscript
  to mangnon_app;
grant update (position, version, data, gone) on manuscript_item to mangnon_app;
grant update (settled_at, settled_by) on manuscript_comment to mangnon_app;
