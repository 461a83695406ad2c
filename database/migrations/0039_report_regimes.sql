-- What the reporting clauses of plans ask for runs by itself: who has to send what by which day is computed from these rows
-- and the places that stood in each period; kept is only what was sent.

create table report_regime (
  id uuid primary key references plan_reporting,
  plan_id uuid not null references plan,
  valid_from date not null,
  valid_to date not null,
  opened_at timestamptz not null,
  opened_by uuid not null references account,
  check (valid_from <= valid_to)
);
comment on table report_regime is 'Chế độ báo cáo: opened by the adoption of a plan, one for each of its reporting clauses, whose id it bears.';
comment on column report_regime.valid_to is 'Last day of the last year the plan names.';
create index report_regime_of_plan on report_regime (plan_id);

create table report_sender (
  regime_id uuid not null references report_regime,
  position integer not null,
  printed text not null check (length(btrim(printed)) > 0),
  agency_id text references agency,
  told_at timestamptz,
  told_by uuid references account,
  primary key (regime_id, position),
  check ((told_at is null) = (told_by is null)),
  check (told_by is null or agency_id is not null)
);
comment on table report_sender is 'Who sends, as the clause names them, and what the register of agencies knows under that name.';
create unique index report_sender_told_once on report_sender (regime_id, agency_id) where told_by is not null;
comment on column report_sender.told_by is 'Who told it, where the clause does not; null where it is printed in the plan.';
comment on column report_sender.agency_id is 'Null where the register does not know the name: it is not guessed, and nobody is counted for it.';

create table report_sending (
  id uuid primary key,
  regime_id uuid not null references report_regime,
  agency_id text not null references agency,
  place_id text collate "C" not null references place,
  province_id text collate "C" not null references place,
  unit text collate "C" not null generated always as (agency_id || '|' || place_id) stored,
  due_on date not null,
  sent_on date not null,
  number text check (length(btrim(number)) between 1 and 60),
  words text check (length(btrim(words)) between 1 and 4000),
  entered_at timestamptz not null,
  entered_by uuid not null references account,
  unique (regime_id, due_on, agency_id, place_id)
);
comment on table report_sending is 'A unit says that it sent the report due on a day: when, under which number. Rows are only ever added; late is told from the days.';
comment on column report_sending.id is 'Made by the screen before the first try: a repeated request finds what it made.';

create trigger report_sending_only_grows before update or delete or truncate on report_sending
  for each statement execute function refuse_change();
grant select, insert on report_regime, report_sender, report_sending to mangnon_app;

-- Plans adopted before: their clauses become regimes too. Whom a printed name means was not asked then, so it stands open.
insert into report_regime (id, plan_id, valid_from, valid_to, opened_at, opened_by)
select r.id, p.id, d.first, make_date(greatest(extract(year from d.first)::int,
    (select max(extract(year from due_to))::int from plan_task where plan_id = p.id),
    (select max(year) from plan_target where plan_id = p.id)), 12, 31), p.adopted_at, p.adopted_by
from plan_reporting r join plan p on p.id = r.plan_id
cross join lateral (select case length(p.issued_on) when 10 then p.issued_on::date
  else make_date(coalesce(left(p.issued_on, 4)::int, extract(year from p.adopted_at)::int), 1, 1) end as first) d;
insert into report_sender (regime_id, position, printed)
select r.id, s.position, s.printed from plan_reporting r
cross join lateral unnest(r.senders) with ordinality as s (printed, position) where length(btrim(s.printed)) > 0;
