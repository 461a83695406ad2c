-- What was sent is read by everybody who reads plans, as the status of tasks is: a board on which somebody sees a part alone
-- would call missing what was sent. It is written by the side of the unit that sends.

alter table report_sending enable row level security;
alter table report_sending force row level security;
drop policy if exists report_sending_read on report_sending;
create policy report_sending_read on report_sending for select to mangnon_app
  using ((select app_may('reports.regime.read')));
drop policy if exists report_sending_add on report_sending;
create policy report_sending_add on report_sending for insert to mangnon_app
  with check (place_id = any ((select app_reach('reports.sending.add', 'core', 'own_place'))::text[])
    or unit = any ((select app_reach('reports.sending.add', 'core', 'own_agency'))::text[]));

-- Versions of reports and all that hangs on them: the unit writes while it is a draft and always reads; the receiver reads what was
-- sent once, decides, and reads the rest of the country where their post watches over it.

create or replace function pg_temp.unit_side(asked text) returns text language sql as $$
  select format($rule$(place_id = any ((select app_reach(%1$L, 'core', 'own_place'))::text[])
    or unit = any ((select app_reach(%1$L, 'core', 'own_agency'))::text[]))$rule$, asked)
$$;
-- Who watches over the places below, or keeps the plan it is sent under.
create or replace function pg_temp.watch_side(asked text) returns text language sql as $$
  select format($rule$(province_id = any ((select app_reach(%1$L, 'core', 'below_place'))::text[])
    or (select app_nation(%1$L, 'core')))$rule$, asked)
$$;
create or replace function pg_temp.receiver_side(asked text) returns text language sql as $$
  select format($rule$receiver_place_id = any ((select app_reach(%1$L, 'core', 'own_place'))::text[])$rule$, asked)
$$;

do $$
declare
  t record;
  mine constant text := pg_temp.unit_side('reports.version.read');
  watched constant text := '(first_sent_at is not null and (' || pg_temp.watch_side('reports.version.read')
    || ' or ' || pg_temp.receiver_side('reports.version.decide') || '))';
  writes constant text := pg_temp.unit_side('reports.version.edit');
  signs constant text := pg_temp.unit_side('reports.version.sign');
  decides constant text := pg_temp.receiver_side('reports.version.decide');
  nation constant text := $rule$(standing and (select app_nation('reports.version.read', 'core')))$rule$;
  seen constant text := 'exists (select from report_version v where v.no = version_no)';
  open constant text := format('exists (select from report_version v where v.no = version_no and v.state = %L and %s)', 'draft', writes);
  decided constant text := format('exists (select from report_version v where v.no = version_no and %s)', decides);
  act constant text := format('exists (select from report_version v where v.no = version_no and (%s or %s or %s))', writes, signs, decides);
  kept constant text := $rule$place_id = any ((select app_reach('reports.version.decide', 'core', 'own_place'))::text[])$rule$;
  kept_or_watched constant text := '(' || kept || ' or ' || pg_temp.watch_side('reports.version.read') || ')';
begin
  for t in
    select * from (values
      ('report_form', $rule$(select app_may('reports.regime.read'))$rule$,
        $rule$exists (select from report_regime g join plan_place pl on pl.plan_id = g.plan_id where g.id = regime_id
          and pl.place_id = any ((select app_reach('reports.regime.edit', 'core', 'own_place'))::text[]))$rule$, null, null),
      -- The unit writes, takes back and sends; who is in charge there signs; the receiver decides. Nobody does another's part.
      ('report_version', '(' || mine || ' or ' || watched || ')', writes,
        '(' || writes || ' or ' || signs || ' or ' || decides || ')',
        format($rule$(%s and state in ('draft', 'sent') or %s and state = 'signed' or %s and state in ('draft', 'accepted', 'replaced'))$rule$,
          writes, signs, decides)),
      ('report_value', '(' || nation || ' or ' || seen || ')', '(not standing and ' || open || ')',
        '(' || open || ' or ' || decided || ')', '(not standing and ' || open || ' or ' || decided || ')'),
      ('report_explanation', seen, open, open, open),
      ('report_remark', seen, decided, null, null),
      ('report_step', seen, act, null, null),
      ('report_adjustment', kept_or_watched, kept, null, null),
      ('report_consolidation', kept_or_watched, kept, kept, kept)
    ) as listed (name, may_read, may_add, may_change, may_become)
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
        t.name || '_change', t.name, t.may_change, t.may_become);
    end if;
  end loop;
end $$;
