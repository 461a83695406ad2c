-- Notices are seen by the person they are for, and by nobody else. They are written, and mails sent, by tasks that nobody
-- is signed in to and by acts that concern others: through these functions alone, which run as mangnon_guard.

grant create on schema public to mangnon_guard;
grant select, insert, update on mail, mail_server_state, notice to mangnon_guard;
grant select on account_email, notice_choice to mangnon_guard;
-- To hold the row while its mail is written.
grant update (asked_at) on account_email to mangnon_guard;
grant select, insert on reminder to mangnon_guard;
grant select on task, task_party, task_period to mangnon_guard;

do $$
declare
  t text;
begin
  foreach t in array array['notice', 'notice_choice', 'account_email'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists %I on %I', t || '_own', t);
    execute format('create policy %1$I on %2$I for all to mangnon_app using (account_id = (select app_account()))
      with check (account_id = (select app_account()))', t || '_own', t);
    execute format('drop policy if exists guard_all on %I', t);
    execute format('create policy guard_all on %I for all to mangnon_guard using (true) with check (true)', t);
  end loop;
  foreach t in array array['task', 'task_party', 'task_period'] loop
    execute format('drop policy if exists guard_reads on %I', t);
    execute format('create policy guard_reads on %I for select to mangnon_guard using (true)', t);
  end loop;
end $$;

alter table mail enable row level security;
alter table mail force row level security;
drop policy if exists mail_state on mail;
create policy mail_state on mail for select to mangnon_app using ((select app_may('attention.mail.read')));
drop policy if exists guard_all on mail;
create policy guard_all on mail for all to mangnon_guard using (true) with check (true);

create or replace function app_notify(given jsonb) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.notice (account_id, kind, path, reference, title, due_on, once_key, at)
  select g.account_id, g.kind, g.path, g.reference, g.title, g.due_on, g.once_key, g.at
  from jsonb_to_recordset(given) as g (account_id uuid, kind text, path text, reference text, title text, due_on date,
    once_key text, at timestamptz)
  join public.account a on a.id = g.account_id and a.disabled_at is null
  on conflict (account_id, once_key) do nothing
  returning account_id
$$;
comment on function app_notify is 'Tells people something, each once by its key. Gives the accounts that were told.';

create or replace function app_take_digests(moments jsonb, fallback jsonb, most integer, at_now timestamptz)
  returns table (account_id uuid, email text, language text, told jsonb)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with due as (
    select e.account_id, e.email, a.language
    from public.account_email e
    join public.account a on a.id = e.account_id and a.disabled_at is null
    left join public.notice_choice c on c.account_id = e.account_id
    join jsonb_to_recordset(moments) as m (digest text, hour smallint, weekday smallint, moment timestamptz)
      on m.digest = coalesce(c.digest, fallback ->> 'digest')
      and (m.hour is null or m.hour = coalesce(c.hour, (fallback ->> 'hour')::smallint))
      and (m.weekday is null or m.weekday = coalesce(c.weekday, (fallback ->> 'weekday')::smallint))
    where e.confirmed_at is not null and exists (
      select from public.notice n
      where n.account_id = e.account_id and n.mailed_at is null and n.read_at is null and n.at <= m.moment)
    order by e.account_id
    limit most
    for update of e skip locked
  ), taken as (
    update public.notice n set mailed_at = at_now from due
    where n.account_id = due.account_id and n.mailed_at is null and n.read_at is null
    returning n.account_id, n.kind, n.path, n.reference
  )
  select due.account_id, due.email, due.language,
    jsonb_agg(jsonb_build_object('kind', taken.kind, 'path', taken.path, 'reference', taken.reference)
      order by taken.kind, taken.path)
  from due join taken on taken.account_id = due.account_id
  group by due.account_id, due.email, due.language
$$;
comment on function app_take_digests is 'The people whose mail is due by now, with what it tells of, and notes that it was taken: the mail is written in the same transaction.';

create or replace function app_write_mails(given jsonb) returns integer
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with written as (
    insert into public.mail (account_id, kind, address, subject, body, written_at, next_try_at)
    select g.account_id, g.kind, g.address, g.subject, g.body, g.at, g.at
    from jsonb_to_recordset(given) as g (account_id uuid, kind text, address text, subject text, body text, at timestamptz)
    returning 1)
  select count(*)::integer from written
$$;

create or replace function app_take_mail(at_now timestamptz)
  returns table (id uuid, address text, subject text, body text, tries smallint)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.address, m.subject, m.body, m.tries from public.mail m
  where m.state = 'waiting' and m.next_try_at <= at_now
  order by m.next_try_at, m.id limit 1 for update skip locked
$$;
comment on function app_take_mail is 'The next mail to send, held by the process that sends it until its transaction ends: one that is killed lets go of it at once.';

create or replace function app_note_mail(asked uuid, outcome text, answer text, again_at timestamptz, at_now timestamptz)
  returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.mail set state = outcome, tries = tries + 1, failure = answer,
    next_try_at = coalesce(again_at, next_try_at),
    ended_at = case when outcome = 'waiting' then null else at_now end,
    subject = case when outcome = 'waiting' then subject else '' end,
    body = case when outcome = 'waiting' then body else '' end
  where id = asked and state = 'waiting'
$$;

create or replace function app_note_mail_server(answer text, at_now timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update public.mail_server_state set failure = answer,
    failing_since = case when answer is null then null else coalesce(failing_since, at_now) end
  where failure is distinct from answer
$$;

create or replace function app_note_reminders(given jsonb) returns table (record_id uuid, audience text)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into public.reminder (source, record_id, due_on, audience, working_days, made_at, told)
  select g.source, g.record_id, g.due_on, g.audience, g.working_days, g.at, g.told
  from jsonb_to_recordset(given) as g (source text, record_id uuid, due_on date, audience text, working_days smallint,
    at timestamptz, told integer)
  on conflict do nothing
  returning record_id, audience
$$;
comment on function app_note_reminders is 'Notes that these reminders are made, and gives those that were not made before.';

create or replace function app_due_tasks(asked jsonb, on_day date, most integer)
  returns table (record_id uuid, due_on date, audience text, working_days smallint, task_id uuid, title text, recipients uuid[])
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with step as (
    select s.audience, s.day, s.working_days
    from jsonb_to_recordset(asked) as s (audience text, day date, working_days smallint)
  ), due as materialized (
    select p.id, p.due_on, p.task_id, p.unit, p.place_id, p.requester_place_id, s.audience, s.working_days
    from public.task_period p join step s on s.day = p.due_on
    where p.done_on is null and p.cancelled_on is null and p.reported_on is null and p.starts_on <= on_day
      and not exists (select from public.reminder r where r.record_id = p.id and r.source = 'tasks'
        and r.due_on = p.due_on and r.audience = s.audience and r.working_days = s.working_days)
    order by p.due_on, p.id, s.audience
    limit most
  ), holder as materialized (
    select h.account_id, h.place_id, h.agency_id || '|' || h.place_id as unit,
      exists (select from public.access_rule r where r.post = h.post and r.operation = 'tasks.progress.report'
        and r.rows = 'own_agency') as works_for_agency,
      exists (select from public.access_rule r where r.post = h.post and r.operation = 'tasks.progress.report'
        and r.rows = 'own_place') as works_for_place,
      exists (select from public.access_rule r where r.post = h.post and r.operation = 'tasks.progress.decide'
        and r.rows = 'own_place') as decides,
      exists (select from public.access_rule r where r.post = h.post and r.operation = 'tasks.hindrance.answer'
        and r.rows = 'own_place') as answers
    from public.post_holding h join public.account a on a.id = h.account_id and a.disabled_at is null
    where h.ended_at is null and h.valid_from <= on_day and (h.valid_to is null or h.valid_to >= on_day)
      and h.place_id = any (select place_id from due union select requester_place_id from due)
  )
  select due.id, due.due_on, due.audience, due.working_days, due.task_id, left(t.words, 300),
    case due.audience
      when 'unit' then coalesce(by_unit.found, by_place.found, heads.found, requesters.found, '{}')
      -- An agency of the requester's own place has nobody between itself and the requester.
      when 'accountable' then case when due.place_id = due.requester_place_id then '{}' else coalesce(heads.found, '{}') end
      else coalesce(tops.found, '{}') end
  from due
  join public.task t on t.id = due.task_id
  cross join lateral (
    select array_agg(distinct found.account_id) as found from (
      select h.account_id from holder h where h.works_for_agency and h.unit = due.unit
      union select p.account_id from public.task_party p
        where p.task_id = due.task_id and p.account_id is not null and p.ended_at is null) found) by_unit
  cross join lateral (
    select array_agg(distinct h.account_id) as found from holder h
    where h.works_for_place and not h.decides and h.place_id = due.place_id) by_place
  cross join lateral (
    select array_agg(distinct h.account_id) as found from holder h
    where h.works_for_place and h.decides and h.place_id = due.place_id) heads
  cross join lateral (
    select array_agg(distinct h.account_id) as found from holder h
    where h.decides and h.place_id = due.requester_place_id) requesters
  cross join lateral (
    -- The chair of a province decides no report, and is where the line of the province ends.
    select array_agg(distinct h.account_id) as found from holder h
    where (h.decides or h.answers) and h.place_id = due.requester_place_id) tops
  order by due.due_on, due.id, due.audience
$$;
comment on function app_due_tasks is 'Periods of tasks whose reminder of these days was not made yet, with the people it goes to: who does the work of the unit; who answers for the commune; who asked for it, with the chair of that place. A unit where nobody works goes to who answers for its place, else to who asked.';

do $$
declare
  named text;
begin
  foreach named in array array['app_notify(jsonb)', 'app_take_digests(jsonb, jsonb, integer, timestamptz)',
    'app_write_mails(jsonb)', 'app_note_reminders(jsonb)', 'app_due_tasks(jsonb, date, integer)']
  loop
    execute format('alter function %s owner to mangnon_guard', named);
    execute format('revoke all on function %s from public', named);
    execute format('grant execute on function %s to mangnon_app', named);
  end loop;
end $$;
-- Mails are taken and noted by the process that sends them alone, under the login of the queue: whoever gets SQL of theirs
-- into a request cannot read what is on its way, nor to whom.
do $$
declare
  named text;
begin
  foreach named in array array['app_take_mail(timestamptz)', 'app_note_mail(uuid, text, text, timestamptz, timestamptz)',
    'app_note_mail_server(text, timestamptz)']
  loop
    execute format('alter function %s owner to mangnon_guard', named);
    execute format('revoke all on function %s from public, mangnon_app', named);
    execute format('grant execute on function %s to mangnon_jobs', named);
  end loop;
end $$;
revoke create on schema public from mangnon_guard;
