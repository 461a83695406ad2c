-- What is being written is seen and changed in its own place alone, or in the agency whose plan it is, by the posts that
-- have a part in it; what is issued from it stands among the plans, for all officers. Who approves did not write, wherever
-- somebody signs for the body: the rule of domain/src/plans/writing/writing-reach.ts, told here once more.

create or replace function app_signs_plan(at text, of_unit text) returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select bool_or(h.account_id = public.app_account())
  from public.post_holding h join public.account a on a.id = h.account_id and a.disabled_at is null
  where h.place_id = at and h.ended_at is null and (of_unit is null or h.agency_id || '|' || h.place_id = of_unit)
    and h.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and (h.valid_to is null or h.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    and exists (select from public.access_rule r where r.post = h.post and r.operation = 'plans.writing.approve'
      and r.columns = 'core' and r.rows = case when of_unit is null then 'own_place' else 'own_agency' end)
    and not exists (select from public.access_rule r where r.post = h.post and r.operation = 'plans.writing.edit'
      and r.columns = 'core' and r.rows = case when of_unit is null then 'own_place' else 'own_agency' end)
$$;
comment on function app_signs_plan is 'Whether the person holds a post that signs the plans of this body (approves them and does not write them); null where nobody holds one.';
grant create on schema public to mangnon_guard;
alter function app_signs_plan(text, text) owner to mangnon_guard;
revoke create on schema public from mangnon_guard;
revoke all on function app_signs_plan(text, text) from public;
grant execute on function app_signs_plan(text, text) to mangnon_app;

-- With the rights of who asks: it says what this person may read, and nothing else. A function, because the policies of
-- the edits look at the plan themselves.
create or replace function app_wrote_plan(asked uuid) returns boolean
  language plpgsql stable parallel restricted set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from public.manuscript where id = asked and created_by = (select public.app_account()))
    or exists (select from public.manuscript_edit where manuscript_id = asked and account_id = (select public.app_account()));
end $$;
comment on function app_wrote_plan is 'Whether the person began this plan or changed anything in it.';

do $$
declare
  t text;
  reached text;
  reads text;
  edits text;
  comments text;
  approves text;
  issues text;
  signs text;
  another text;
  is_open constant text := 'exists (select from manuscript m where m.id = manuscript_id and m.state in (''drafting'', ''sent_back''))';
  myself constant text := '(select app_account())';
  may_add text;
  may_change text;
  may_become text;
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
    signs := format('app_signs_plan(place_id, %s)', case t when 'manuscript' then 'unit'
      else '(select m.unit from manuscript m where m.id = manuscript_id)' end);
    another := format('(%s is null or not app_wrote_plan(%s))', signs, case t when 'manuscript' then 'id' else 'manuscript_id' end);
    -- Who signs decides; where nobody does, who approves for the place. What a plan is made of rests while it lies before them.
    may_add := case t
      when 'manuscript' then format('%s and state = ''drafting'' and created_by = %s', edits, myself)
      when 'manuscript_item' then format('%s and %s', edits, is_open)
      when 'manuscript_edit' then format('%s and %s and account_id = %s', edits, is_open, myself)
      when 'manuscript_comment' then comments
      when 'manuscript_step' then format('account_id = %s and case step
          when ''sendBack'' then %s and coalesce(%s, true)
          when ''approve'' then %s and coalesce(%s, true) and %s
          when ''issue'' then %s and coalesce(%s, true)
          else %s end', myself, approves, signs, approves, signs, another, issues, signs, edits) end;
    may_change := case t when 'manuscript' then format('(%s or %s or %s)', edits, approves, issues)
      when 'manuscript_item' then format('%s and %s', edits, is_open) when 'manuscript_comment' then comments end;
    may_become := case t when 'manuscript' then format('case state
        when ''sent_back'' then %s or %s and coalesce(%s, true)
        when ''approved'' then %s and coalesce(%s, true) and %s
        when ''issued'' then %s and coalesce(%s, true)
        else %s end', edits, approves, signs, approves, signs, another, issues, signs, edits) else may_change end;
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to mangnon_app using (%s)', t || '_read', t, reads);
    execute format('drop policy if exists %I on %I', t || '_add', t);
    execute format('create policy %I on %I for insert to mangnon_app with check (%s)', t || '_add', t, may_add);
    execute format('drop policy if exists %I on %I', t || '_change', t);
    if may_change is not null then
      execute format('create policy %I on %I for update to mangnon_app using (%s) with check (%s)', t || '_change',
        t, may_change, may_become);
    end if;
  end loop;
end $$;
