-- Two posts that sign: the chair of a province, and the head of an agency. And whose plan is being written: an agency
-- writes its own.

alter table post_holding drop constraint post_holding_post_check;
alter table post_holding add constraint post_holding_post_check check (post in (
  'commune_protection_worker', 'commune_chair', 'commune_officer', 'village_collaborator', 'provincial_lead_officer',
  'provincial_chair', 'agency_head', 'agency_officer', 'police', 'procuracy', 'court', 'health_facility', 'school',
  'service_provider', 'hotline_operator', 'statistician', 'inspector', 'auditor', 'system_administrator'));

alter table manuscript add column unit text generated always as (agency_id || '|' || place_id) stored;
comment on column manuscript.unit is 'The agency in its place whose plan it is; null for the People''s Committee.';
create index manuscript_of_unit on manuscript (unit) where unit is not null;
