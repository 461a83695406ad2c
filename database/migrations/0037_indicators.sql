-- The catalogue of indicators: what each figure about children means, over which time, how it is computed and by which text
-- (domain/src/indicators). Begun from the files of the program; kept by the administrator.

create table indicator_breakdown (
  code text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
  name jsonb not null,
  parting text not null check (parting in ('exact', 'overlap', 'open')),
  parts jsonb not null,
  source jsonb not null,
  trust text not null check (trust in ('verified', 'secondary', 'unverified'))
);
comment on table indicator_breakdown is 'By what figures are split, each official list by itself: they do not nest.';

create table indicator (
  code text not null check (code ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'),
  version integer not null check (version >= 1),
  official_code text,
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  subject text not null,
  name jsonb not null check (name ->> 'vi' !~ '^[=+@[:space:]-]'),
  definition jsonb,
  formula jsonb not null check (formula ->> 'kind' in ('count', 'ratio', 'change', 'unknown')),
  unit jsonb not null,
  breakdowns text[] not null,
  period text check (period in ('month', 'quarter', 'half_year', 'year')),
  data_source jsonb,
  agency text,
  basis jsonb not null,
  goal jsonb,
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  formula_trust text check (formula_trust in ('verified', 'secondary', 'unverified')),
  note jsonb,
  recorded_at timestamptz not null,
  recorded_by uuid references account,
  primary key (code, version),
  check ((formula_trust is null) = (formula ->> 'kind' = 'unknown'))
);
comment on table indicator is 'Versions of indicators. A change adds one and ends the one before; none is ever changed otherwise or taken out, so that a figure keeps the meaning of its time.';
comment on column indicator.definition is 'Null: no definition was seen (Circular 13/2021/TT-BLĐTBXH was read in parts).';
comment on column indicator.recorded_by is 'Null: from the files of the program.';
create unique index indicator_one_open on indicator (code) where valid_to is null;

create table indicator_seed (
  checksum text primary key,
  loaded_at timestamptz not null
);
comment on table indicator_seed is 'Which versions of the catalogue''s files were taken in.';

create function note_indicator() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.recorded_at := now();
  new.recorded_by := public.app_account();
  return new;
end $$;
create trigger indicator_recorded before insert on indicator for each row execute function note_indicator();

-- The end of a version alone may be set: the right to anything else is not given.
grant select, insert, update (valid_to) on indicator to mangnon_app;
grant select, insert, update on indicator_breakdown to mangnon_app;
grant select, insert on indicator_seed to mangnon_app;
