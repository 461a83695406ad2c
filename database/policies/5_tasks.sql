-- Tasks, what is reported about them, and its proof. Every row says whose it is (place_id, province_id, unit) and whose plan
-- it carries out (requester_place_id): the unit's side writes what was done, the requester's side decides.

create or replace function pg_temp.unit_side(asked text) returns text language sql as $$
  select format($rule$(place_id = any ((select app_reach(%1$L, 'core', 'own_place'))::text[])
    or province_id = any ((select app_reach(%1$L, 'core', 'below_place'))::text[])
    or unit = any ((select app_reach(%1$L, 'core', 'own_agency'))::text[])
    or (select app_nation(%1$L, 'core')))$rule$, asked)
$$;
create or replace function pg_temp.place_side(col text, asked text) returns text language sql as $$
  select format($rule$%1$I = any ((select app_reach(%2$L, 'core', 'own_place'))::text[])$rule$, col, asked)
$$;

do $$
declare
  t record;
  open_to_all constant text := '(select app_may(''tasks.task.read''))';
  reports constant text := pg_temp.unit_side('tasks.progress.report');
  sees_proof constant text := '(' || pg_temp.unit_side('tasks.proof.read') || ' or '
    || pg_temp.place_side('requester_place_id', 'tasks.proof.read') || ')';
  assigns constant text := pg_temp.place_side('requester_place_id', 'tasks.task.assign');
  decides constant text := pg_temp.place_side('requester_place_id', 'tasks.progress.decide');
  answers constant text := pg_temp.place_side('with_place_id', 'tasks.hindrance.answer');
  -- What hinders a unit is read by its own side, and by whoever it was brought before.
  hindered constant text := '(' || pg_temp.unit_side('tasks.proof.read') || ' or '
    || pg_temp.place_side('with_place_id', 'tasks.hindrance.answer') || ' or '
    || pg_temp.place_side('requester_place_id', 'tasks.proof.read') || ')';
begin
  for t in
    select * from (values
      ('task', open_to_all, assigns, assigns),
      ('task_party', open_to_all, assigns, assigns),
      ('task_event', open_to_all, assigns || ' or ' || decides, null),
      ('task_period', open_to_all, assigns, '(' || assigns || ' or ' || decides || ' or ' || reports || ')'),
      ('progress_report', open_to_all, reports, null),
      ('progress_decision', open_to_all, decides, null),
      ('time_request', open_to_all, reports, decides),
      ('task_step', sees_proof, reports, reports),
      ('proof', sees_proof, reports, '(' || reports || ' or ' || decides || ')'),
      ('proof_content', sees_proof, reports, null),
      ('hindrance', hindered, reports, '(' || reports || ' or ' || answers || ')'),
      ('hindrance_act', sees_proof, '(' || reports || ' or exists (select from hindrance h where h.id = hindrance_id and h.'
        || answers || '))', null)
    ) as listed (name, may_read, may_add, may_change)
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    execute format('drop policy if exists %I on %I', t.name || '_read', t.name);
    execute format('create policy %I on %I for select to mangnon_app using (%s)', t.name || '_read', t.name, t.may_read);
    execute format('drop policy if exists %I on %I', t.name || '_add', t.name);
    execute format('create policy %I on %I for insert to mangnon_app with check (%s)', t.name || '_add', t.name, t.may_add);
    execute format('drop policy if exists %I on %I', t.name || '_change', t.name);
    if t.may_change is not null then
      execute format('create policy %1$I on %2$I for update to mangnon_app using (%3$s) with check (%4$s)',
        t.name || '_change', t.name, t.may_change,
        -- A hindrance that is passed up leaves the reach of who passes it.
        case t.name when 'hindrance' then reports || ' or (select app_may(''tasks.hindrance.answer''))' else t.may_change end);
    end if;
  end loop;
end $$;
