-- A transfer ends outside what its giver may reach, which no policy on the row can allow: one function does it, after
-- asking the same questions.
grant create on schema public to mangnon_guard;
grant select, update (place_id, province_id) on child to mangnon_guard;
grant update (ended_at) on case_assignment to mangnon_guard;
drop policy if exists guard_reads on child;
create policy guard_reads on child for select to mangnon_guard using (true);
drop policy if exists guard_moves on child;
create policy guard_moves on child for update to mangnon_guard using (true);
drop policy if exists guard_ends on case_assignment;
create policy guard_ends on case_assignment for update to mangnon_guard using (true);

create or replace function app_transfer_child(asked uuid, destination text) returns table (refusal text, ended integer)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  moving public.child;
  goal public.place;
  done integer;
begin
  select * into moving from public.child where id = asked for update;
  if moving.id is null or not (public.app_nation('children.child.transfer', 'core')
    or moving.province_id = any (public.app_reach('children.child.transfer', 'core', 'below_place'))
    or moving.place_id = any (public.app_reach('children.child.transfer', 'core', 'own_place'))) then
    return query select 'not_found', 0; return;
  end if;
  select * into goal from public.place where id = destination collate "C" and level = 'commune';
  if goal.id is null then
    return query select 'place_unknown', 0; return;
  end if;
  if goal.valid_to < today or coalesce(goal.valid_from, goal.known_from) > today then
    return query select 'place_not_standing', 0; return;
  end if;
  if goal.id = moving.place_id then
    return query select 'same_place', 0; return;
  end if;
  -- The commune the child comes to says anew who works on its cases.
  update public.case_assignment set ended_at = now()
  where ended_at is null and case_id in (select id from public.case_file where child_id = asked);
  get diagnostics done = row_count;
  update public.child set place_id = goal.id, province_id = goal.parent_id where id = asked;
  return query select null::text, done;
end $$;
comment on function app_transfer_child is 'Hands a child with everything that hangs on it to another commune of today; ends the assignments of the old one. Referrals and broken glass go along.';

alter function app_transfer_child(uuid, text) owner to mangnon_guard;
revoke all on function app_transfer_child(uuid, text) from public;
grant execute on function app_transfer_child(uuid, text) to mangnon_app;
revoke create on schema public from mangnon_guard;
