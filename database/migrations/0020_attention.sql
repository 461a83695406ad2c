-- What waits for a person: notices, the reminders they come from, and the mails that tell of them.

create table mail (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  kind text not null check (kind in ('code', 'notices')),
  address text not null check (length(address) between 3 and 254),
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 4000),
  written_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up')),
  tries smallint not null default 0,
  next_try_at timestamptz not null,
  ended_at timestamptz,
  failure text check (length(failure) <= 200),
  check ((state = 'waiting') = (ended_at is null)),
  check (state = 'waiting' or (subject = '' and body = ''))
);
comment on table mail is 'Mails on their way. Written in the transaction of what they tell of; sent by a task. Words and address of people only as long as they are needed: neither the name of a child nor what happened ever stands here.';
comment on column mail.id is 'Also the Message-ID: a mail that had to be sent again after a crash bears the same one.';
comment on column mail.failure is 'What the mail server answered last, without the address.';
create index mail_waiting on mail (next_try_at) where state = 'waiting';
create index mail_given_up on mail (ended_at) where state = 'given_up';

create table mail_server_state (
  only_one boolean primary key default true check (only_one),
  failing_since timestamptz,
  failure text check (length(failure) <= 200),
  check ((failing_since is null) = (failure is null))
);
comment on table mail_server_state is 'Whether the mail server could be reached when it was last tried.';
insert into mail_server_state default values;

create table account_email (
  account_id uuid primary key references account,
  email text check (length(email) between 3 and 254),
  confirmed_at timestamptz,
  asked_email text check (length(asked_email) between 3 and 254),
  code_hash bytea check (length(code_hash) = 32),
  code_expires_at timestamptz,
  code_tries smallint not null default 0,
  asked_at timestamptz,
  asked_day date,
  asked_count smallint not null default 0,
  check ((email is null) = (confirmed_at is null)),
  check ((asked_email is null) = (code_hash is null) and (asked_email is null) = (code_expires_at is null))
);
comment on table account_email is 'Where a person wants to be written to; kept by that person alone, and theirs only after a mailed code came back.';
comment on column account_email.code_hash is 'SHA-256 of account and code: eight digits, ten minutes, five tries.';

create table notice_choice (
  account_id uuid primary key references account,
  digest text not null check (digest in ('at_once', 'daily', 'weekly', 'never')),
  hour smallint not null check (hour between 0 and 23),
  weekday smallint not null check (weekday between 1 and 7)
);
comment on table notice_choice is 'How a person wants to be written to; never: in the app only. Hours are those of Viet Nam.';

create table notice (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  kind text not null check (kind ~ '^[a-z_]+$'),
  path text not null check (path ~ '^/[a-z]' and length(path) <= 300),
  reference text check (reference ~ '^[A-Z]{2,4} [0-9a-f]{8}$'),
  title text check (length(title) between 1 and 300),
  due_on date,
  once_key text collate "C" not null check (length(once_key) between 1 and 300),
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  unique (account_id, once_key)
);
comment on table notice is 'What a person is told: about which record, when, and whether they have read it.';
comment on column notice.reference is 'How a mail names the record: a sign that tells nothing to others.';
comment on column notice.title is 'The words of the record, for the app alone. Never of a child or a case.';
comment on column notice.once_key is 'What is told under one key is told once, however often it is found.';
comment on column notice.mailed_at is 'When it went into a mail, or when that was no longer wanted.';
create index notice_of_account on notice (account_id, at desc);
create index notice_unread on notice (account_id) where read_at is null;
create index notice_to_mail on notice (at) where mailed_at is null and read_at is null;

create table reminder_step (
  audience text not null check (audience in ('unit', 'accountable', 'requester')),
  working_days smallint not null check (working_days between -60 and 120),
  changed_at timestamptz not null default now(),
  changed_by uuid references account,
  primary key (audience, working_days)
);
comment on table reminder_step is 'Who is reminded how many working days before (below zero), on, or after the day something falls due. accountable, requester: the matter goes up to them.';
insert into reminder_step (audience, working_days) values
  ('unit', -7), ('unit', -2), ('unit', 0), ('unit', 1), ('unit', 5), ('accountable', 5), ('requester', 10);

create table reminder (
  source text not null,
  record_id uuid not null,
  due_on date not null,
  audience text not null,
  working_days smallint not null,
  made_at timestamptz not null,
  told integer not null,
  primary key (record_id, source, due_on, audience, working_days)
);
comment on table reminder is 'Which reminders were made: each once, whatever happens to the program.';
comment on column reminder.told is 'How many people; 0 where nobody stood there to be told.';

create table reminder_run (
  only_one boolean primary key default true check (only_one),
  last_day date not null
);
comment on table reminder_run is 'Up to which day all reminders were made: after a standstill nothing before is passed over.';

create index post_holding_of_place on post_holding (place_id) where ended_at is null;

grant select, update, insert on account_email, notice_choice to mangnon_app;
grant select, update (read_at, mailed_at) on notice to mangnon_app;
grant select (id, account_id, kind, written_at, state, tries, next_try_at, ended_at, failure) on mail to mangnon_app;
grant select on mail_server_state to mangnon_app;
grant select, insert, delete on reminder_step to mangnon_app;
grant select, insert, update on reminder_run to mangnon_app;
