-- What is being written is seen and changed in its own place alone, or in the agency whose plan it is, by the posts that
-- have a part in it; what is issued from it stands among the plans, for all officers.
do $$
declare
  t text;
  reached text;
  reads text;
  edits text;
  comments text;
  approves text;
  issues text;
  may_add text;
  may_change text;
begin
  foreach t in array array['manuscript', 'manuscript_item', 'manuscript_edit', 'manuscript_comment', 'manuscript_step']
  loop
    -- Parts know their plan alone: those of the own agency's plans are found once for a statement.
    reached := '(place_id = any ((select app_reach(%1$L, ''core'', ''own_place''))::text[]) or ' || case t
      when 'manuscript' then 'unit = any ((select app_reach(%1$L, ''core'', ''own_agency''))::text[])'
      else 'manuscript_id = any (array(select m.id from manuscript m
        where m.unit = any ((select app_reach(%1$L, ''core'', ''own_agency''))::text[])))' end || ')';
    reads := format(reached, 'plans.writing.read');
    edits := format(reached, 'plans.writing.edit');
    comments := format(reached, 'plans.writing.comment');
    approves := format(reached, 'plans.writing.approve');
    issues := format(reached, 'plans.writing.issue');
    may_add := case t when 'manuscript_comment' then comments
      when 'manuscript_step' then format('(%s or %s or %s)', edits, approves, issues) else edits end;
    may_change := case t when 'manuscript' then format('(%s or %s or %s)', edits, approves, issues)
      when 'manuscript_item' then edits when 'manuscript_comment' then comments end;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to mangnon_app using (%s)', t || '_read', t, reads);
    execute format('drop policy if exists %I on %I', t || '_add', t);
    execute format('create policy %I on %I for insert to mangnon_app with check (%s)', t || '_add', t, may_add);
    execute format('drop policy if exists %I on %I', t || '_change', t);
    if may_change is not null then
      execute format('create policy %1$I on %2$I for update to mangnon_app using (%3$s) with check (%3$s)', t || '_change',
        t, may_change);
    end if;
  end loop;
end $$;
