-- Opening one case in need. The words come in sealed; whose they are is looked up here, like in 1_context.sql.
grant create on schema public to mangnon_guard;

-- It gave less before; nothing hangs on it.
drop function if exists app_break_glass(uuid, text, uuid, bytea);
create function app_break_glass(asked uuid, why text, new_id uuid, sealed bytea)
  returns table (glass_id uuid, refusal text, role text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := public.app_account();
  same text := current_setting('role');
  found public.case_file;
  made uuid;
begin
  if me is null or not public.app_may('cases.glass.break') then
    return query select null::uuid, 'not_allowed', same; return;
  end if;
  -- One at a time for each person, so that two at once cannot both pass the next question.
  perform pg_advisory_xact_lock(4150005, hashtext(me::text));
  if exists (select from public.broken_glass where account_id = me and reviewed_at is null and review_due < now()) then
    return query select null::uuid, 'review_overdue', same; return;
  end if;
  select * into found from public.case_file where id = asked;
  if found.id is null then
    return query select null::uuid, 'not_found', same; return;
  end if;
  -- Sent twice, it is broken once; the hour is not made longer.
  select id into made from public.broken_glass where case_id = asked and account_id = me and until > now();
  if made is not null then
    return query select made, null::text, same; return;
  end if;
  insert into public.broken_glass (id, case_id, place_id, province_id, intake_unit, account_id, reason, words_sealed)
  values (new_id, found.id, found.place_id, found.province_id, found.intake_unit, me, why, sealed) returning id into made;
  insert into public.supervisor_notice (glass_id, place_id, province_id) values (made, found.place_id, found.province_id);
  -- From here on this person reaches something by name.
  return query select made, null::text, public.app_note(me);
end $$;
comment on function app_break_glass is 'Opens one case to its caller for 60 minutes and tells the supervisors, together. The only way in which such a row is written. Gives the role whose policies answer the caller from here on, to be stepped into in the same statement.';

alter function app_break_glass(uuid, text, uuid, bytea) owner to mangnon_guard;
revoke all on function app_break_glass(uuid, text, uuid, bytea) from public;
grant execute on function app_break_glass(uuid, text, uuid, bytea) to mangnon_app;
revoke create on schema public from mangnon_guard;
