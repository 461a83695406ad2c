-- The context of a request, and the questions policies ask of it. These functions run as mangnon_guard, a role that
-- cannot log in, is no superuser and does not bypass row-level security; each names its schema in full and has its
-- search_path pinned. None is LEAKPROOF: that would let a condition of the caller look at rows before the policy does.

grant usage, create on schema public to mangnon_guard;
grant select on access_rule, session, account, post_holding, installation, place to mangnon_guard;
grant select (account_id, confirmed_at) on authenticator to mangnon_guard;
grant select (account_id) on passkey to mangnon_guard;
grant select on case_file, case_assignment, case_referral, broken_glass to mangnon_guard;
grant insert on broken_glass, supervisor_notice to mangnon_guard;
grant select, update on context_seal_1, context_seal_2, context_moment, context_reach, context_place to mangnon_guard;
grant select on context_seal_1, context_seal_2, context_moment, context_reach, context_place to mangnon_app;

-- What the context is sealed with: 128 bits of its hash, kept where PostgreSQL keeps the last value of a sequence for this
-- connection alone. Only mangnon_guard may put it there; nobody reads it of another connection. The moment the
-- transaction began is part of it, so that it opens no other. Read in a tenth of the time of a table. This function and
-- app_provinces are written into the plan of whoever asks, hence with their rights; names in them were bound when made.
create or replace function app_is_sealed(context text) returns boolean
  language sql volatile parallel restricted
  -- Nothing is looked up where there is no context: on a connection that never had one there is no seal to read.
  return case when context <> '' then
    int8send(currval('public.context_seal_1'::regclass)) || int8send(currval('public.context_seal_2'::regclass))
      = substr(sha256(timestamptz_send(transaction_timestamp()) || convert_to(context, 'UTF8')), 1, 16) end;

-- What policies of children and cases ask the context for, each with its part of it (the account and the provinces come
-- first): communes, by the posts that work in theirs and the posts that watch over a province; and
-- receiving units.
create temp table context_part on commit drop as
with asked as (
  select array_agg(post order by post) filter (where rows = 'own_place') as here,
    array_agg(post order by post) filter (where rows = 'below_place') as below,
    array_agg(post order by post) filter (where rows = 'own_agency') as units
  from access_rule where operation ~ '^(children\.child|cases\.case)\.(read|create|update|assign|refer)$'
  group by operation, columns
)
select (2 + row_number() over (order by here, below, units))::int as part, here, below, units
from (
  select here, below, null as units from asked where here is not null or below is not null
  union select null, null, units from asked where units is not null) told;

-- They gave something else before; nothing hangs on them.
drop function if exists app_begin(bytea), app_note(uuid);

do $made$
declare
  everywhere constant text := (select array_agg(distinct post)::text from context_part, unnest(units) as post);
  above constant text := (select array_agg(distinct post)::text from context_part, unnest(below) as post);
  -- Posts to which something can be given by name, each in its own way.
  assignable constant text := (select array_agg(distinct post)::text from access_rule where rows = 'assigned');
  referable constant text := (select array_agg(distinct post)::text from access_rule where rows = 'referred');
  breaking constant text := (select array_agg(distinct post)::text from access_rule where rows = 'broken_glass');
  -- What a person with this one post and nothing by name may do in their commune, or in their provinces: a bit for each part.
  masks constant text := (
    select string_agg(format('when %L then %s', post, mask), ' ' order by post)
    from (select post, sum(1::bigint << part) filter (where post = any (case when watches then below else here end)) as mask
      from (select distinct post, post = any (above::text[]) as watches from access_rule) posts, context_part
      group by post) told where mask is not null);
  parts constant text := (
    select string_agg(case
        when units is not null then format($$coalesce(string_agg(unit, ',') filter (where post = any (%L)), '')$$, units)
        when below is null then format($$coalesce(string_agg(place_id, ',') filter (where post = any (%L)), '')$$, here)
        -- A star where nothing in the provinces of this person is out of the reach of these posts.
        else format($$case when bool_or(nationwide) filter (where post = any (%2$L))
            or provinces <@ array_agg(place_id) filter (where post = any (%2$L)) then '*'
          else concat_ws(',', string_agg(place_id, ',') filter (where post = any (%1$L)),
            string_agg(communes, ',') filter (where post = any (%2$L))) end$$, coalesce(here, '{}'), below) end,
      ', ' order by part)
    from context_part);
begin
  execute format($function$
create or replace function app_note(who uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
  one record;
  kind text := 'many';
  place text := '';
  reach bigint := 0;
  context text;
  seal bytea;
begin
  -- Nearly everybody holds one post, receives nothing from everywhere and was given nothing by name: that is found out in
  -- a quarter of the time, and their reach is one commune, one province or all of them.
  select held.*, case when post = any (%5$L) then exists (
        select from public.case_assignment where account_id = who and ended_at is null) else false end
      or case when post = any (%6$L) then exists (
        select from public.case_referral where receiver = held.unit and ended_at is null) else false end
      or case when post = any (%7$L) then exists (
        select from public.broken_glass where account_id = who and until > now()) else false end as named
    into one
  from (
    select count(*) as posts, min(h.post) as post, min(h.place_id) as place_id, min(p.parent_id) as parent_id,
      bool_or(h.nationwide) as nationwide, min(h.agency_id || '|' || coalesce(h.place_id, '')) as unit
    from public.post_holding h left join public.place p on p.id = h.place_id
    where h.account_id = who and h.ended_at is null and h.valid_from <= today
      and (h.valid_to is null or h.valid_to >= today)) held;
  if one.posts = 1 and not one.named and one.post <> all (%1$L) and (one.parent_id is null or one.post <> all (%4$L)) then
    kind := case when one.post <> all (%4$L) then 'commune' when one.nationwide then 'nation' else 'province' end;
    place := coalesce(one.place_id, '');
    reach := (case one.post %3$s else 0 end)::bigint << case kind when 'commune' then 0 when 'province' then 16 else 32 end;
    context := concat_ws(';', who, '', jsonb_build_object('account', who, 'holdings', jsonb_build_array(
      jsonb_build_object('post', one.post, 'place', one.place_id, 'nationwide', one.nationwide, 'unit', one.unit))));
  else
    with held as materialized (
      select h.post, h.place_id, p.parent_id as parent, coalesce(p.parent_id, h.place_id) as province_id, h.nationwide,
        h.agency_id || '|' || coalesce(h.place_id, '') as unit
      from public.post_holding h left join public.place p on p.id = h.place_id
      where h.account_id = who and h.ended_at is null and h.valid_from <= today
        and (h.valid_to is null or h.valid_to >= today)
    ), reached as (
      select province_id from held where province_id is not null
      union select id from public.place where parent_id is null and valid_from is not null
        and exists (select from held where nationwide or post = any (%1$L))
      union select province_id from public.case_assignment where account_id = who and ended_at is null
      union select province_id from public.case_referral
        where receiver = any (array(select unit from held)) and ended_at is null
      union select province_id from public.broken_glass where account_id = who and until > now()
    ), provinces as materialized (select array(select province_id from reached) as provinces
    ), named as (
      -- Who watches over a province and reaches anything beyond it has its communes told one by one.
      select held.*, case when cardinality(provinces) > 1 and parent is null then (
          select string_agg(c.id, ',') from public.place c where c.parent_id = held.place_id and c.level = 'commune')
        end as communes
      from held, provinces
    )
    select concat_ws(';', who, array_to_string(provinces, ','), %2$s,
        jsonb_build_object('account', who, 'holdings', coalesce(jsonb_agg(jsonb_build_object('post', post,
          'place', place_id, 'nationwide', nationwide, 'unit', unit)) filter (where post is not null), '[]')))
      into context
    from provinces left join named on true group by provinces;
  end if;
  seal := sha256(timestamptz_send(transaction_timestamp()) || convert_to(context, 'UTF8'));
  perform set_config('mangnon.context', context, true), set_config('mangnon.place', place, true),
    setval('public.context_seal_1', ('x' || encode(substr(seal, 1, 8), 'hex'))::bit(64)::bigint),
    setval('public.context_seal_2', ('x' || encode(substr(seal, 9, 8), 'hex'))::bit(64)::bigint),
    setval('public.context_moment', ('x' || encode(timestamptz_send(transaction_timestamp()), 'hex'))::bit(64)::bigint),
    setval('public.context_reach', reach), setval('public.context_place', hashtextextended(place, 0));
  return 'mangnon_' || kind;
end $$$function$, everywhere, parts, masks, above, assignable, referable, breaking);
end $made$;
comment on function app_note is 'Notes for this transaction who asks: the account, every province in which this person reaches anything, for each group of posts their places or units (both only where one commune, one province or the whole country does not say it), and all holdings. Parts by semicolons, which no id holds. Gives the role for this kind of reach.';

create or replace function app_begin(token bytea) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
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
    perform set_config('mangnon.context', '', true), setval('public.context_reach', 0);
    return 'mangnon_app';
  end if;
  return public.app_note(who);
end $$;
comment on function app_begin is 'Called once at the start of each transaction with the hash of the session''s token: finds out itself who that is and which posts stand today, and notes it for this transaction alone, under a seal that only these functions can make. Gives the role whose policies answer this person; the caller steps into it in the same statement.';

create or replace function app_context() returns jsonb
  language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- Unset is null at first, and an empty string once it was set in an earlier transaction.
  context text := current_setting('mangnon.context', true);
begin
  return case when public.app_is_sealed(context) then split_part(context, ';', -1)::jsonb end;
end $$;
comment on function app_context is 'The context, or null where none was set or it was forged. Null means: no rows.';

-- What the policies of the roles for one commune, one province and the whole country ask: whether the numbers are of this
-- transaction, whether they hold the bit of this kind of reach and this part, and whether the place is the one they were
-- told. Its hash is no cryptographic one: a forger would need another place that exists and has the same 64 bits.
create or replace function app_own_place(part integer) returns text
  language sql volatile parallel restricted
  return case when int8send(currval('public.context_moment'::regclass)) = timestamptz_send(transaction_timestamp())
      and currval('public.context_reach'::regclass) & (1::bigint << part) <> 0
      and currval('public.context_place'::regclass) = hashtextextended(current_setting('mangnon.place', true), 0)
    then current_setting('mangnon.place', true) end;
comment on function app_own_place is 'The commune in which the one post of this person allows it; null where it does not, where the context is unset or forged, and where this person reaches otherwise.';

create or replace function app_own_province(part integer) returns text
  language sql volatile parallel restricted
  return case when int8send(currval('public.context_moment'::regclass)) = timestamptz_send(transaction_timestamp())
      and currval('public.context_reach'::regclass) & (1::bigint << (part + 16)) <> 0
      and currval('public.context_place'::regclass) = hashtextextended(current_setting('mangnon.place', true), 0)
    then current_setting('mangnon.place', true) end;
comment on function app_own_province is 'The province in which the one post of this person allows it; null as above.';

create or replace function app_whole_nation(part integer) returns name
  language sql volatile parallel restricted
  return case when int8send(currval('public.context_moment'::regclass)) = timestamptz_send(transaction_timestamp())
      and currval('public.context_reach'::regclass) & (1::bigint << (part + 32)) <> 0
    then 'mangnon_nation'::name end;
comment on function app_whole_nation is 'The name of the role for the whole country where the one post of this person allows it there; null as above.';

create or replace function app_provinces() returns text[]
  language sql volatile parallel restricted
  return case when app_is_sealed(current_setting('mangnon.context', true))
    then string_to_array(split_part(current_setting('mangnon.context', true), ';', 2), ',') end;
comment on function app_provinces is 'Every province in which a person reaches anything who holds several posts, receives from everywhere or was given cases by name; none where the context is unset or forged, and none for everybody else. Policies ask it first, and only after it the parts of the context as they stand.';

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
  foreach named in array array['app_is_sealed(text)', 'app_note(uuid)', 'app_begin(bytea)', 'app_context()',
    'app_own_place(integer)', 'app_own_province(integer)', 'app_whole_nation(integer)', 'app_provinces()', 'app_account()', 'app_may(text)',
    'app_reach(text, text, text)', 'app_reaches(text, text)', 'app_nation(text, text)', 'app_cases(text, text)', 'app_children(text, text)',
    'app_is_beginning()', 'app_count_cases()']
  loop
    execute format('alter function %s owner to mangnon_guard', named);
    execute format('revoke all on function %s from public', named);
    if named not in ('app_note(uuid)', 'app_context()') then
      execute format('grant execute on function %s to mangnon_app', named);
    end if;
  end loop;
end $$;
revoke create on schema public from mangnon_guard;
