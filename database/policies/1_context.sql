-- The context of a request, and the questions policies ask of it. These functions run as mangnon_guard, a role that
-- cannot log in, is no superuser and does not bypass row-level security; each names its schema in full and has its
-- search_path pinned. None is LEAKPROOF: that would let a condition of the caller look at rows before the policy does.

grant usage, create on schema public to mangnon_guard;
grant select on context_secret, access_rule, session, account, post_holding, installation, place to mangnon_guard;
grant select (account_id, confirmed_at) on authenticator to mangnon_guard;
grant select (account_id) on passkey to mangnon_guard;
grant select on case_file, case_assignment, case_referral, broken_glass to mangnon_guard;
grant insert on broken_glass, supervisor_notice to mangnon_guard;

create or replace function app_mac(payload text) returns text
  language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept bytea;
begin
  -- Not in language sql, which would be planned anew at each call: this is asked several times a statement.
  select secret into kept from public.context_secret;
  -- Keyed twice, as HMAC does; bound to this connection and this transaction, so that it opens no other.
  return encode(sha256(kept || '\x01' || sha256(kept || '\x02' || int4send(pg_backend_pid())
    || timestamptz_send(transaction_timestamp()) || convert_to(payload, 'UTF8'))), 'hex');
end $$;

create or replace function app_begin(token bytea) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
  payload text;
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  -- last_used_at is kept to the minute, hence one minute more than the fifteen.
  select s.account_id into who from public.session s join public.account a on a.id = s.account_id
  where s.token_hash = token and s.closed_at is null and s.ends_at > now()
    and s.last_used_at > now() - interval '16 minutes' and a.disabled_at is null
    -- A password alone opens nothing. A demo holds invented people; who has set up no second factor there needs none.
    and (s.second_factor_at is not null or exists (select from public.installation i where i.demo)
      and not exists (select from public.authenticator f where f.account_id = a.id and f.confirmed_at is not null)
      and not exists (select from public.passkey k where k.account_id = a.id));
  if who is null then
    perform set_config('mangnon.context', '', true), set_config('mangnon.mac', '', true);
    return null;
  end if;
  select jsonb_build_object('account', who, 'holdings', coalesce(jsonb_agg(jsonb_build_object(
      'post', h.post, 'place', h.place_id, 'nationwide', h.nationwide,
      'unit', h.agency_id || '|' || coalesce(h.place_id, ''))), '[]'))::text
    into payload
  from public.post_holding h
  where h.account_id = who and h.ended_at is null and h.valid_from <= today
    and (h.valid_to is null or h.valid_to >= today);
  perform set_config('mangnon.context', payload, true), set_config('mangnon.mac', public.app_mac(payload), true);
  return who;
end $$;
comment on function app_begin is 'Called once at the start of each transaction with the hash of the session''s token: finds out itself who that is and which posts stand today, and notes it for this transaction alone, under a code that only these functions can make.';

create or replace function app_context() returns jsonb
  language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- Unset is null at first, and an empty string once it was set in an earlier transaction.
  payload text := nullif(current_setting('mangnon.context', true), '');
begin
  if payload is null or public.app_mac(payload) is distinct from current_setting('mangnon.mac', true) then
    return null;
  end if;
  return payload::jsonb;
end $$;
comment on function app_context is 'The context, or null where none was set or it was forged. Null means: no rows.';

create or replace function app_held(posts text[], part text) returns text[]
  language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  payload text := nullif(current_setting('mangnon.context', true), '');
  held jsonb;
  found text[] := '{}';
begin
  -- Few expressions and no query: policies ask this where a whole question takes a tenth of a millisecond.
  if payload is null or public.app_mac(payload) is distinct from current_setting('mangnon.mac', true) then
    return found;
  end if;
  held := payload::jsonb -> 'holdings';
  for n in 0 .. jsonb_array_length(held) - 1 loop
    found := found || case when held -> n ->> 'post' = any(posts) then array[held -> n ->> part] end;
  end loop;
  return found;
end $$;
comment on function app_held is 'What the holdings of these posts say: their places (part place), their units (unit), whether for the whole country (nationwide).';
alter function app_held(text[], text) owner to mangnon_guard;
revoke all on function app_held(text[], text) from public;
grant execute on function app_held(text[], text) to mangnon_app;

create or replace function app_account() returns uuid
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select (public.app_context() ->> 'account')::uuid
$$;

create or replace function app_may(asked text) returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from jsonb_to_recordset(public.app_context() -> 'holdings') as h (post text)
    join public.access_rule r on r.post = h.post where r.operation = asked)
$$;
comment on function app_may is 'Whether one of the posts allows the operation on some row.';

create or replace function app_reach(asked text, part text, rule text) returns text[]
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct x.reached) filter (where x.reached is not null), '{}')
  from (
    select case when rule in ('own_agency', 'referred') then h.unit else h.place end as reached
    from jsonb_to_recordset(public.app_context() -> 'holdings') as h (post text, place text, unit text)
    join public.access_rule r on r.post = h.post
    where r.operation = asked and r.columns = part and r.rows = rule) x
$$;
comment on function app_reach is 'The places (own_place, below_place) or units (own_agency, referred) in which a post allows the operation on this group of columns by this row rule.';

create or replace function app_reaches(asked text, at text) returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from jsonb_to_recordset(public.app_context() -> 'holdings') as h (post text, place text)
    join public.access_rule r on r.post = h.post and r.operation = asked and r.columns = 'core'
    where r.rows = 'none' or r.rows in ('own_place', 'below_place') and h.place = at
      or r.rows = 'below_place' and h.place = (select p.parent_id from public.place p where p.id = at))
$$;
comment on function app_reaches is 'Whether one of the posts allows the operation in this place, or anywhere: for records of offices. `give:<post>` is the giving and ending of that post.';

create or replace function app_nation(asked text, part text) returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from jsonb_to_recordset(public.app_context() -> 'holdings') as h (post text, nationwide boolean)
    join public.access_rule r on r.post = h.post
    where h.nationwide and r.operation = asked and r.columns = part and r.rows = 'below_place')
$$;

create or replace function app_cases(asked text, part text) returns uuid[]
  language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  context jsonb := public.app_context();
  me uuid := (context ->> 'account')::uuid;
  rules text[];
begin
  if context is null then return '{}'; end if;
  select array_agg(distinct r.rows) into rules
  from jsonb_to_recordset(context -> 'holdings') as h (post text) join public.access_rule r on r.post = h.post
  where r.operation = asked and r.columns = part and r.rows in ('assigned', 'referred', 'broken_glass');
  if rules is null then return '{}'; end if;
  return array(
    select case_id from public.case_assignment
    where 'assigned' = any(rules) and account_id = me and ended_at is null
    union
    select case_id from public.case_referral
    where 'referred' = any(rules) and receiver = any(public.app_reach(asked, part, 'referred')) and ended_at is null
    union
    select case_id from public.broken_glass
    where 'broken_glass' = any(rules) and account_id = me and until > now());
end $$;
comment on function app_cases is 'The cases reached by name: assigned, referred to a unit of mine, or under broken glass.';

create or replace function app_children(asked text, part text) returns uuid[]
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  select array(select distinct child_id from public.case_file where id = any(public.app_cases(asked, part)))
$$;

create or replace function app_is_beginning() returns boolean
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  -- Nobody real administers this installation yet, or it is being made in this very transaction.
  select exists (select from public.installation where created_at = transaction_timestamp())
    or not exists (
      select from public.post_holding h join public.account a on a.id = h.account_id
      where h.post = 'system_administrator' and h.ended_at is null and a.disabled_at is null and not a.demo)
$$;

create or replace function app_count_cases() returns table (state text, total bigint)
  language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
  with mine as (
    select h.place, h.nationwide
    from jsonb_to_recordset(public.app_context() -> 'holdings') as h (post text, place text, nationwide boolean)
    join public.access_rule r on r.post = h.post where r.operation = 'cases.case.count')
  -- 1 to 5 may point to a child; who may see those very cases is told.
  select c.state, case when count(*) > 5 or bool_and(
      (select public.app_nation('cases.case.read', 'core'))
      or c.province_id = any((select public.app_reach('cases.case.read', 'core', 'below_place'))::text[])
      or c.place_id = any((select public.app_reach('cases.case.read', 'core', 'own_place'))::text[]))
    then count(*) end
  from public.case_file c
  where (select bool_or(nationwide) from mine)
    or c.province_id = any((select array(select place from mine where place is not null))::text[])
    or c.place_id = any((select array(select place from mine where place is not null))::text[])
  group by c.state
$$;
comment on function app_count_cases is 'How many cases stand in each state where the posts count: numbers, and no rows behind them. Null: 1 to 5, withheld from who may not see these cases.';

do $$
declare
  named text;
begin
  foreach named in array array['app_mac(text)', 'app_begin(bytea)', 'app_context()', 'app_account()', 'app_may(text)',
    'app_reach(text, text, text)', 'app_reaches(text, text)', 'app_nation(text, text)', 'app_cases(text, text)', 'app_children(text, text)',
    'app_is_beginning()', 'app_count_cases()']
  loop
    execute format('alter function %s owner to mangnon_guard', named);
    execute format('revoke all on function %s from public', named);
    if named not in ('app_mac(text)', 'app_context()') then
      execute format('grant execute on function %s to mangnon_app', named);
    end if;
  end loop;
end $$;
revoke create on schema public from mangnon_guard;
