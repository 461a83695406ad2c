-- One rule for all records of children and cases, said once in app_rows and written out for each table, act, group of
-- columns and kind of reach: for who has one commune, one province or the whole country by one post, and for everybody
-- else. Each kind is a role (application-role.ts); app_begin tells which is whose, and the sealed context tells it again.
-- Every question to the context is a sub-select of its own: asked once a statement and not once a row.
--
-- Commune and province are one equality: where the statement names its place, PostgreSQL compares the two once and nothing
-- of a row. For the whole country nothing of a row is asked at all. That it is asked once is owed to its second half:
-- a single condition without a word about the row is tried on every row, two that share a value are drawn together.
--
-- Everybody else: first the provinces the person reaches at all, the question that looks at the seal of the context, and
-- what an index can answer. Then one condition for each way in which some post may do it, and none for ways that no post has;
-- not asked where a condition before it holds for every row.

create or replace function pg_temp.app_rows(asked text, part text, by_name text) returns table (kind text, condition text)
  language sql as $$
  with way as (
    select array_agg(post order by post) filter (where rows = 'own_place') as here,
      array_agg(post order by post) filter (where rows = 'below_place') as below,
      array_agg(post order by post) filter (where rows = 'own_agency') as units,
      bool_or(rows in ('assigned', 'referred', 'broken_glass')) as named
    from access_rule where operation = asked and columns = part
  ), told as (
    select format('split_part(current_setting(''mangnon.context'', true), '';'', %s)', c.part) as told, c.part,
      c.units is null as places, c.here is not null as here, c.below is not null as whole,
      c.below && string_to_array(current_setting('mangnon.nationwide_posts'), ',') as nationwide
    from way join context_part c on c.units = way.units
      or c.units is null and c.here is not distinct from way.here and c.below is not distinct from way.below
  ), said as (
    -- Nothing in these provinces is out of reach: then nothing of a row need be looked at.
    select 1 as n, format('(select %s = ''*'')', told) as condition from told where whole
    union all select 2, format('place_id = any ((select string_to_array(%s, '',''))::text[])', told) from told where places
    union all select 3, format('intake_unit = any ((select string_to_array(%s, '',''))::text[])', told)
      from told where not places
    union all select 4, replace(replace(by_name, 'ASKED', quote_literal(asked)), 'PART', quote_literal(part))
      from way where named
  )
  select 'commune', format('(place_id = (select app_own_place(%s)))', told.part) from told where here
  union all select 'province', format('(province_id = (select app_own_province(%s)))', told.part) from told where whole
  union all select 'nation', format('((select app_whole_nation(%s)) = ''mangnon_nation'' and current_user = ''mangnon_nation'')',
    told.part) from told where nationwide
  union all select 'many', '(province_id = any ((select app_provinces())::text[]) and ('
    || coalesce(string_agg(condition, ' or ' order by n), 'false') || '))' from said
$$;

-- The policies of one act on one table, in the place of those that stood: one for each kind of reach that some post has there.
create or replace function pg_temp.lay_act(on_table text, act text, form text, asked text, part text, by_name text)
  returns void language plpgsql as $$
declare
  kind text;
  condition text;
begin
  execute format('drop policy if exists %I on %I', on_table || '_' || act, on_table);
  foreach kind in array array['commune', 'province', 'nation', 'many'] loop
    execute format('drop policy if exists %I on %I', concat_ws('_', on_table, act, kind), on_table);
  end loop;
  for kind, condition in select * from pg_temp.app_rows(asked, part, by_name) loop
    execute format('create policy %I on %I for ', concat_ws('_', on_table, act, kind), on_table)
      || format(form, 'mangnon_' || kind, condition);
  end loop;
end $$;

do $$
declare
  t record;
  looked_at text;
  child constant text := '%s = any ((select app_children(ASKED, PART))::uuid[])';
  of_case constant text := '%s = any ((select app_cases(ASKED, PART))::uuid[])';
begin
  for t in
    select * from (values
      ('child', 'core', 'children.child.read', 'children.child.create', 'children.child.update', format(child, 'id')),
      ('child_identity', 'identity', 'children.child.read', 'children.child.create', 'children.child.update', format(child, 'child_id')),
      ('child_contact', 'contact', 'children.child.read', 'children.child.create', 'children.child.update', format(child, 'child_id')),
      ('child_health', 'health', 'children.child.read', 'children.child.create', 'children.child.update', format(child, 'child_id')),
      ('child_name_token', 'identity', 'children.child.read', 'children.child.create', 'children.child.update', format(child, 'child_id')),
      ('case_file', 'core', 'cases.case.read', 'cases.case.create', 'cases.case.update', format(of_case, 'id')),
      ('case_reporter', 'reporter', 'cases.case.read', 'cases.case.create', 'cases.case.update', format(of_case, 'case_id')),
      ('case_offender', 'offender', 'cases.case.read', 'cases.case.create', 'cases.case.update', format(of_case, 'case_id')),
      ('case_narrative', 'narrative', 'cases.case.read', 'cases.case.create', 'cases.case.update', format(of_case, 'case_id')),
      ('case_assignment', 'core', 'cases.case.read', 'cases.case.assign', 'cases.case.assign', format(of_case, 'case_id')),
      ('case_referral', 'core', 'cases.case.read', 'cases.case.refer', 'cases.case.refer', format(of_case, 'case_id'))
    ) as listed (name, part, may_read, may_create, may_update, by_name)
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    perform pg_temp.lay_act(t.name, 'read', 'select to %s using %s', t.may_read, t.part, t.by_name);
    perform pg_temp.lay_act(t.name, 'create', 'insert to %s with check %s', t.may_create, t.part, t.by_name);
    perform pg_temp.lay_act(t.name, 'update', 'update to %s using %2$s with check %2$s', t.may_update, t.part, t.by_name);
  end loop;
  -- Who writes a name anew takes the tokens of the old one away.
  perform pg_temp.lay_act('child_name_token', 'delete', 'delete to %s using %s', 'children.child.update', 'identity',
    format(child, 'child_id'));
  -- What the functions of mangnon_guard look at to answer.
  foreach looked_at in array array['case_file', 'case_assignment', 'case_referral', 'broken_glass'] loop
    execute format('drop policy if exists guard_reads on %I', looked_at);
    execute format('create policy guard_reads on %I for select to mangnon_guard using (true)', looked_at);
  end loop;
end $$;

alter table broken_glass enable row level security;
alter table broken_glass force row level security;
drop policy if exists broken_glass_read on broken_glass;
create policy broken_glass_read on broken_glass for select to mangnon_app using (
  account_id = (select app_account()) or (select app_nation('cases.glass.review', 'core'))
  or province_id = any ((select app_reach('cases.glass.review', 'core', 'below_place'))::text[])
  or place_id = any ((select app_reach('cases.glass.review', 'core', 'own_place'))::text[]));
drop policy if exists broken_glass_review on broken_glass;
create policy broken_glass_review on broken_glass for update to mangnon_app using (
  account_id <> (select app_account())
  and ((select app_nation('cases.glass.review', 'core'))
    or province_id = any ((select app_reach('cases.glass.review', 'core', 'below_place'))::text[])
    or place_id = any ((select app_reach('cases.glass.review', 'core', 'own_place'))::text[])))
  with check (reviewed_by = (select app_account()));
drop policy if exists guard_writes on broken_glass;
create policy guard_writes on broken_glass for insert to mangnon_guard with check (true);

alter table supervisor_notice enable row level security;
alter table supervisor_notice force row level security;
drop policy if exists supervisor_notice_read on supervisor_notice;
create policy supervisor_notice_read on supervisor_notice for select to mangnon_app using (
  (select app_nation('cases.glass.review', 'core'))
  or province_id = any ((select app_reach('cases.glass.review', 'core', 'below_place'))::text[])
  or place_id = any ((select app_reach('cases.glass.review', 'core', 'own_place'))::text[]));
drop policy if exists supervisor_notice_see on supervisor_notice;
create policy supervisor_notice_see on supervisor_notice for update to mangnon_app using (
  (select app_nation('cases.glass.review', 'core'))
  or province_id = any ((select app_reach('cases.glass.review', 'core', 'below_place'))::text[])
  or place_id = any ((select app_reach('cases.glass.review', 'core', 'own_place'))::text[]));
drop policy if exists guard_writes on supervisor_notice;
create policy guard_writes on supervisor_notice for insert to mangnon_guard with check (true);

-- What policies asked before.
drop function if exists app_held(text[], text), app_mac(text);
