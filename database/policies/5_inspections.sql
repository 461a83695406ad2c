-- Inspections: every row says whose inspection it is of (place_id, province_id, unit) and, below the inspection itself, which
-- unit it concerns (for_…). The inspecting side writes and concludes; a unit reads what concerns it and says what it did
-- about a recommendation. Inspection and conclusion are read by every unit the inspection looks at, by no other.

create or replace function pg_temp.inspection_side(side text, asked text) returns text language sql as $$
  select format($rule$(%1$I = any ((select app_reach(%4$L, 'core', 'own_place'))::text[])
    or %2$I = any ((select app_reach(%4$L, 'core', 'below_place'))::text[])
    or %3$I = any ((select app_reach(%4$L, 'core', 'own_agency'))::text[])
    or (select app_nation(%4$L, 'core')))$rule$, side || 'place_id', side || 'province_id', side || 'unit', asked)
$$;

do $$
declare
  t record;
  leads constant text := pg_temp.inspection_side('', 'inspections.inspection.read');
  either constant text := '(' || leads || ' or ' || pg_temp.inspection_side('for_', 'inspections.inspection.read') || ')';
  -- The policy of the units shows a person those of theirs alone.
  concerned constant text := '(' || leads || ' or exists (select from inspection_unit u where u.inspection_id = %I.%I))';
  edits constant text := $rule$place_id = any ((select app_reach('inspections.inspection.edit', 'core', 'own_place'))::text[])$rule$;
  concludes constant text := $rule$place_id = any ((select app_reach('inspections.inspection.conclude', 'core', 'own_place'))::text[])$rule$;
  reports constant text := pg_temp.inspection_side('for_', 'inspections.recommendation.report');
begin
  for t in
    select * from (values
      ('inspection', format(concerned, 'inspection', 'id'), edits, edits),
      ('inspection_unit', either, edits, null),
      ('inspection_visit', either, edits, edits),
      ('inspection_visit_event', either, edits, null),
      ('inspection_finding', either, edits, edits),
      ('finding_file', either, edits, edits),
      ('finding_file_content', either, edits, null),
      ('inspection_conclusion', format(concerned, 'inspection_conclusion', 'inspection_id'), concludes, null),
      ('recommendation', either, concludes, '(' || concludes || ' or ' || reports || ')'),
      ('recommendation_report', either, reports, null),
      ('recommendation_decision', either, concludes, null)
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
      execute format('create policy %1$I on %2$I for update to mangnon_app using (%3$s) with check (%3$s)',
        t.name || '_change', t.name, t.may_change);
    end if;
  end loop;
end $$;
