-- Agencies that one place alone has, kept by its officers, and the history of the register.

alter table agency add column place_id text collate "C" references place;
comment on column agency.place_id is 'The one place that has such an agency, whose officers keep it; null for what stands in every place of its level, which the administrator keeps.';
create index agency_of_place on agency (place_id) where place_id is not null;

create table agency_change (
  id bigint generated always as identity primary key,
  agency_id text not null references agency,
  other_id text references agency,
  kind text not null check (kind in ('agency', 'duty', 'succession', 'transfer')),
  record_id text not null,
  before jsonb,
  after jsonb,
  decision_id uuid references change_decision,
  recorded_at timestamptz not null,
  recorded_by uuid references account,
  check (before is not null or after is not null)
);
comment on table agency_change is 'Each change of the register of agencies since it was filled: what stood there before and after, who wrote it, by which document. Written with the change itself.';
comment on column agency_change.other_id is 'Of a succession or a moved duty, the agency it leads to.';
comment on column agency_change.record_id is 'Of the agency, the duty or the moved duty its id; of a succession both agencies.';
comment on column agency_change.before is 'Null for what was added.';
comment on column agency_change.after is 'Null for what was withdrawn: the program''s own file never brings it back.';
comment on column agency_change.decision_id is 'Null where the document was not known yet.';
create index agency_change_of_agency on agency_change (agency_id, recorded_at);
create index agency_change_of_other on agency_change (other_id, recorded_at) where other_id is not null;
create index agency_change_of_decision on agency_change (decision_id);
create trigger agency_change_only_grows before update or delete or truncate on agency_change
  for each statement execute function refuse_change();

grant select, insert on agency_change to mangnon_app;
grant delete on agency_succession, duty_transfer, agency_duty to mangnon_app;
