-- The agencies of a place are written by the officers of that place (own commune; own province and below) and by nobody
-- else. Offices, heads, committees and duty telephones are there to be found by all staff; the telephones of
-- collaborators are their own, and stay in the commune and its province.

create or replace function app_is_founding() returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from public.installation where created_at = transaction_timestamp())
$$;
comment on function app_is_founding is 'Whether the installation is being made in this very transaction: then its demo is written.';
grant create on schema public to mangnon_guard;
alter function app_is_founding() owner to mangnon_guard;
revoke create on schema public from mangnon_guard;
revoke all on function app_is_founding() from public;
grant execute on function app_is_founding() to mangnon_app;

create or replace function pg_temp.in_reach(asked text) returns text language sql as $$
  select format($rule$(province_id = any ((select app_reach(%1$L, 'core', 'below_place'))::text[])
    or place_id = any ((select app_reach(%1$L, 'core', 'own_place'))::text[]))$rule$, asked)
$$;

do $$
declare
  t text;
  mine constant text := pg_temp.in_reach('agencies.office.edit');
begin
  foreach t in array array['office', 'office_duty', 'office_head', 'focal_point', 'committee', 'committee_member',
    'village', 'collaborator']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to mangnon_app using (%s)', t || '_read', t,
      case t when 'collaborator' then pg_temp.in_reach('agencies.collaborator.read')
        -- The demo hangs people at the offices it has just written.
        else '(select app_may(''agencies.office.read'')) or (select app_is_founding())' end);
    execute format('drop policy if exists %I on %I', t || '_add', t);
    execute format('create policy %I on %I for insert to mangnon_app with check (%s or (select app_is_founding()))',
      t || '_add', t, mine);
    execute format('drop policy if exists %I on %I', t || '_change', t);
    execute format('create policy %1$I on %2$I for update to mangnon_app using %3$s with check %3$s', t || '_change', t,
      mine);
  end loop;
  -- What stood before is read by whoever reads what stands: of collaborators by their commune and province. Versions
  -- are written by the trigger, under the writer's own rights.
  alter table office_version enable row level security;
  alter table office_version force row level security;
  drop policy if exists office_version_read on office_version;
  execute format($rule$create policy office_version_read on office_version for select to mangnon_app
    using (kind <> 'collaborator' and (select app_may('agencies.office.read')) or %s)$rule$,
    pg_temp.in_reach('agencies.collaborator.read'));
  drop policy if exists office_version_add on office_version;
  execute format('create policy office_version_add on office_version for insert to mangnon_app with check %s', mine);
end $$;
