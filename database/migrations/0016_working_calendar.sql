-- The working calendar of the civil service as dated data: which days are off or worked otherwise than their weekday
-- says, by which text, and what is not decided yet.

create table calendar_year (
  year integer primary key check (year between 2021 and 2100),
  status text not null check (status in ('decided', 'provisional')),
  note text check (length(note) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid references account
);
comment on table calendar_year is 'The years that are known. Begun from domain/src/law/calendar/*.json, once for each version of the files; then kept by the administrator.';
comment on column calendar_year.status is 'provisional: the notice of Tết, National Day and exchanged days is not out.';
comment on column calendar_year.recorded_by is 'Null: from the files; a later version of them may replace the row.';

create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('holiday', 'day_off_by_swap', 'working_saturday')),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  basis text not null check (length(basis) between 1 and 200 and basis !~ '^[=+@[:space:]-]'),
  article text check (length(article) between 1 and 80 and article !~ '^[=+@[:space:]-]'),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  source text check (length(source) between 1 and 300 and source !~ '^[=+@[:space:]-]'),
  note text check (length(note) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid references account
);
comment on table calendar_day is 'Days that are not what their weekday says (Labour Code 2019 art. 111(3), 112; Resolution 28/2026/QH16 art. 2; the notices of each year).';

create table calendar_open (
  from_day date primary key,
  to_day date not null check (to_day between from_day and from_day + 31),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  note text check (length(note) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid references account
);
comment on table calendar_open is 'Days on which a decision still to come may put holidays or exchanged days: what is counted across them may move.';

create table calendar_version (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  version jsonb not null,
  removed boolean not null,
  until timestamptz not null default now(),
  changed_by uuid references account
);
comment on table calendar_version is 'What stood in a row of the calendar before it was changed or removed. Written by a trigger, so that no writer can leave it out.';
create index calendar_version_of_row on calendar_version (kind, key);
create trigger calendar_version_only_grows before update or delete or truncate on calendar_version
  for each statement execute function refuse_change();

create table calendar_seed (
  checksum text primary key,
  loaded_at timestamptz not null
);
comment on table calendar_seed is 'Which versions of the calendar''s files were taken in: what a person put right since is not overwritten.';

create function note_calendar_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    insert into public.calendar_version (kind, key, version, removed, changed_by)
      values (tg_table_name, to_jsonb(old) ->> tg_argv[0], to_jsonb(old), tg_op = 'DELETE', public.app_account());
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := now();
  new.recorded_by := public.app_account();
  return new;
end $$;
create trigger calendar_year_change before insert or update or delete on calendar_year
  for each row execute function note_calendar_change('year');
create trigger calendar_day_change before insert or update or delete on calendar_day
  for each row execute function note_calendar_change('day');
create trigger calendar_open_change before insert or update or delete on calendar_open
  for each row execute function note_calendar_change('from_day');

grant select, insert, update, delete on calendar_day, calendar_open to mangnon_app;
grant select, insert, update on calendar_year to mangnon_app;
grant select, insert on calendar_version, calendar_seed to mangnon_app;
