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

-- Sister units: what a unit may not read it may still be set beside, as rates without names and never of fewer than five.
grant create on schema public to mangnon_guard;
grant select on report_version, report_value, report_cell, report_period, indicator to mangnon_guard;
drop policy if exists guard_reads on report_version;
create policy guard_reads on report_version for select to mangnon_guard using (true);
drop policy if exists guard_reads on report_value;
create policy guard_reads on report_value for select to mangnon_guard using (true);

create or replace function app_sister_rates(asked bigint) returns table (code text, rates numeric[])
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  with me as (
    select v.no, v.regime_id, v.due_on, v.agency_id, v.place_id, v.province_id, p.cut_end
    from public.report_version v join public.report_period p on p.id = v.period_id
    where v.no = asked and (v.place_id = any (public.app_reach('reports.version.read', 'core', 'own_place'))
      or v.unit = any (public.app_reach('reports.version.read', 'core', 'own_agency'))
      or v.province_id = any (public.app_reach('reports.version.read', 'core', 'below_place'))
      or public.app_nation('reports.version.read', 'core')
      or v.receiver_place_id = any (public.app_reach('reports.version.decide', 'core', 'own_place')))
  ), told as (
    select s.no, c.code, x.amount
    from me join public.report_version s on s.regime_id = me.regime_id and s.due_on = me.due_on and s.agency_id = me.agency_id
        and s.province_id = me.province_id and s.place_id <> me.place_id and s.state in ('sent', 'accepted')
      join public.report_value x on x.version_no = s.no join public.report_cell c on c.id = x.cell_id and c.key = c.code
    where x.amount is not null
  )
  select i.code, array_agg(round(up.amount / down.amount * (i.formula ->> 'factor')::numeric, 2)
    order by round(up.amount / down.amount * (i.formula ->> 'factor')::numeric, 2))
  from me join public.indicator i on i.formula ->> 'kind' = 'ratio'
      and (i.valid_from is null or i.valid_from <= me.cut_end) and (i.valid_to is null or i.valid_to >= me.cut_end)
    join told up on up.code = i.formula ->> 'numerator'
    join told down on down.code = i.formula ->> 'denominator' and down.no = up.no and down.amount > 0
  group by i.code having count(*) >= 5
$$;
comment on function app_sister_rates is 'Rates of other units of the same agency and province that sent the same report, in order of size and without saying whose; none of fewer than five.';
alter function app_sister_rates(bigint) owner to mangnon_guard;
revoke all on function app_sister_rates(bigint) from public;
grant execute on function app_sister_rates(bigint) to mangnon_app;
revoke create on schema public from mangnon_guard;
