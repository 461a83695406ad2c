-- Administrative units over time: what stood where on a day, and what became of it.
-- btree_gist is a trusted extension: an owner of the database may create it without being superuser.
create extension if not exists btree_gist;

create table place (
  id text collate "C" primary key,
  code text collate "C" not null check (code ~ '^[0-9]+$'),
  level text not null check (level in ('province', 'district', 'commune')),
  type text not null check (length(type) between 1 and 120 and type !~ '^[=+@[:space:]-]'),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  parent_id text collate "C" references place,
  valid_from date,
  valid_to date,
  known_from date not null,
  check (id = code || '@' || coalesce(to_char(valid_from, 'YYYY-MM-DD'), '')),
  check (length(code) = case level when 'province' then 2 when 'district' then 3 else 5 end),
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  check (valid_from is null or known_from = valid_from),
  check ((level = 'province') = (parent_id is null)),
  constraint place_code_once exclude using gist ((('1' || code)::integer) with =, daterange(valid_from, valid_to, '[]') with &&)
    deferrable initially immediate
);
comment on constraint place_code_once on place is 'One code, one unit at a time; as a number, which is quicker to compare, with a 1 in front that keeps the zeros. Deferred while several units change in one act.';
comment on table place is 'Administrative units: three levels until 30/06/2025, two from 01/07/2025 (Luật 72/2025/QH15; codes of QĐ 124/2004/QĐ-TTg, then QĐ 19/2025/QĐ-TTg). Filled from database/seed/places, where the sources and their trust are told. A unit is never removed: plans and cases point to it.';
comment on column place.id is 'Code and first day, code@2025-07-01, or code@ where the beginning is not known. A code alone is no identity: it is given to another unit after a merger.';
comment on column place.type is 'As it began (Xã, Phường, Thị trấn, Đặc khu, Huyện, Quận, Thị xã, Thành phố, Tỉnh); later ones stand in place_type_change.';
comment on column place.valid_from is 'First day; null where no source tells it.';
comment on column place.valid_to is 'Last day, included; null while it stands.';
comment on column place.known_from is 'First day our sources speak of. About a day before it the answer is: not known.';
create index place_of_parent on place (parent_id);

create table place_type_change (
  place_id text collate "C" not null references place,
  from_day date not null,
  type text not null check (length(type) between 1 and 120 and type !~ '^[=+@[:space:]-]'),
  name text not null check (length(name) between 1 and 120 and name !~ '^[=+@[:space:]-]'),
  primary key (place_id, from_day)
);
comment on table place_type_change is 'From this day on the unit bears this type and name: on 30/04/2026 Đồng Nai became a centrally-run city and ten of its communes wards (NQ 30/2026/QH16, NQ 237/NQ-UBTVQH16).';

create table place_succession (
  from_id text collate "C" not null references place,
  to_id text collate "C" not null references place,
  on_day date not null,
  kind text not null check (kind in ('whole', 'part', 'unknown')),
  weight numeric(6, 5) check (weight > 0 and weight <= 1),
  trust text not null check (trust in ('verified', 'secondary', 'unverified')),
  primary key (from_id, to_id),
  check (from_id <> to_id),
  check (weight is null or kind = 'part' or (kind = 'whole' and weight = 1))
);
comment on table place_succession is 'What became of a unit: on that day it went whole, or a part of it, into another (NQ 1654 to 1687/NQ-UBTVQH15 for 01/07/2025). 443 communes were split.';
comment on column place_succession.weight is 'Share of the older unit, by what the officer who entered it counted (people or area); null where no source gives one. Given shares of one unit add up to 1: checked by the server on the whole set.';
comment on column place_succession.trust is 'verified: the resolution was read; secondary: public data sets agree; unverified: a single one says so.';
create index place_succession_to on place_succession (to_id);

create table place_search (
  place_id text collate "C" primary key references place,
  names text[] not null,
  own_words tsvector not null,
  all_words tsvector not null
);
comment on table place_search is 'What a unit is found by, written by the server with every change (domain/src/places/place-words.ts): all spellings fold to one.';
comment on column place_search.names is 'Every name it has borne, with and without its type, folded.';
comment on column place_search.own_words is 'The words of its own names; one of the words asked for must begin one of these.';
comment on column place_search.all_words is 'With its types and the names of the units above it; every word asked for must begin one of these.';
create index place_search_all on place_search using gin (all_words);

create table place_seed (
  checksum text primary key,
  loaded_at timestamptz not null
);
comment on table place_seed is 'Which versions of the files in database/seed/places were taken in. A new version adds what is not there yet and changes nothing an officer has entered.';

create function analyze_places() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform gin_clean_pending_list('place_search_all');
  analyze place, place_type_change, place_succession, place_search;
end $$;
comment on function analyze_places is 'After many units came at once, so that the next question finds an index in order and good plans; only the owner may do that.';
revoke all on function analyze_places from public;

grant select, insert, update on place to mangnon_app;
grant select, insert, update, delete on place_type_change to mangnon_app;
grant select, insert, update, delete on place_succession to mangnon_app;
grant select, insert, update, delete on place_search to mangnon_app;
grant select, insert on place_seed to mangnon_app;
grant execute on function analyze_places to mangnon_app;
