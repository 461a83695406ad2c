-- The documents changes of places and agencies rest on, and what each change found and left.

create table change_decision (
  id uuid primary key default gen_random_uuid(),
  number text not null check (length(number) between 3 and 80 and number !~ '^[=+@[:space:]-]'),
  signed_on date not null,
  issuer text check (length(issuer) between 1 and 200 and issuer !~ '^[=+@[:space:]-]'),
  title text check (length(title) between 1 and 500 and title !~ '^[=+@[:space:]-]'),
  link text check (length(link) <= 500 and link ~ '^https?://'),
  recorded_at timestamptz not null,
  recorded_by uuid references account
);
comment on table change_decision is 'Nghị quyết, quyết định by which a place or an agency was changed. Number and day are what an act must name; issuer, title and link are filled in by the first who knows them.';
comment on column change_decision.issuer is 'Null where nobody has told: two councils may give one number on one day.';
create unique index change_decision_once on change_decision (number, signed_on, coalesce(issuer, ''));

create table place_change (
  id bigint generated always as identity primary key,
  place_id text collate "C" not null references place,
  other_id text collate "C" references place,
  what text not null check (what in ('unit_added', 'unit_changed', 'succession_added', 'succession_changed',
    'succession_removed')),
  name text not null,
  before jsonb,
  after jsonb,
  decision_id uuid references change_decision,
  recorded_at timestamptz not null,
  recorded_by uuid references account
);
comment on table place_change is 'Each change of the list of places since it was filled: what stood there before and after, who wrote it, by which decision. Written with the change itself, by screen, workbook and interface alike.';
comment on column place_change.other_id is 'Of a succession, the unit it leads to.';
comment on column place_change.name is 'What was changed, as it was called when it was changed.';
comment on column place_change.decision_id is 'Null for a workbook, which puts the list right without naming one.';
comment on column place_change.before is 'Null for what was added, and where only the audit trail told of the change.';
create index place_change_of_place on place_change (place_id, recorded_at);
create index place_change_of_other on place_change (other_id, recorded_at) where other_id is not null;
create index place_change_of_decision on place_change (decision_id);
create trigger place_change_only_grows before update or delete or truncate on place_change
  for each statement execute function refuse_change();

-- What was changed on screen before there was this table stands in the audit trail: number and day, and which units.
insert into change_decision (number, signed_on, recorded_at, recorded_by)
  select distinct on (number, day) number, day, at, account_id
  from (select details ->> 'decision' as number, (details ->> 'decisionDay')::date as day, at, account_id
    from audit_event where action = 'places.place.edit' and outcome = 'accepted' and details ? 'decision') told
  where length(number) between 3 and 80 and number !~ '^[=+@[:space:]-]' order by number, day, at;
insert into place_change (place_id, what, name, decision_id, recorded_at, recorded_by)
  select place.id, 'unit_changed', place.type || ' ' || place.name || ' (' || place.code || ')', decision.id, told.at,
    told.account_id
  from audit_event told
  cross join unnest(told.subjects) as subject
  join place on subject = 'place:' || place.id
  join change_decision decision on decision.number = told.details ->> 'decision'
    and decision.signed_on = (told.details ->> 'decisionDay')::date
  where told.action = 'places.place.edit' and told.outcome = 'accepted' and told.details ? 'decision';

grant select, insert on change_decision, place_change to mangnon_app;
grant update (issuer, title, link) on change_decision to mangnon_app;
