-- The audit trail in chains: each row carries a hash over itself and the row before it in its chain. A chain is the
-- history of one record, so that people who work on different records never wait for one another.
-- What this cannot show by itself (a chain made anew from a changed row on, the last rows cut off, a whole older
-- backup put back) is shown by the signed roots that the server keeps outside the database.

create table audit_chain (
  chain text collate "C" primary key check (chain ~ '^[a-z][a-z_]*(:[!-~]{1,120})?$'),
  last_seq bigint not null check (last_seq > 0),
  last_hash bytea not null check (length(last_hash) = 32)
) with (fillfactor = 70);
comment on table audit_chain is 'The head of each chain. Its row is the lock under which the next number and hash are taken.';
comment on column audit_chain.chain is 'kind:id of the record acted on, such as plan:…; without one, account:… of the person; without both, installation.';

alter table audit_event
  add column chain text collate "C" not null default '',
  add column seq bigint not null default 0,
  add column hash bytea not null default '',
  add column subjects text[] not null default '{}';
comment on column audit_event.chain is 'The chain this row stands in. Left empty by the writer it is the person''s, or the installation''s.';
comment on column audit_event.seq is 'Place in the chain, from 1 without a gap. The order of id says nothing: ids are taken before the chain is locked.';
comment on column audit_event.hash is 'SHA-256 over the hash before (32 zero bytes at the beginning), the chain, the number and the row; see audit_link.';
comment on column audit_event.subjects is 'Every record the call showed or changed, as kind:id. Answers: who saw this record?';

create function audit_link() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  content bytea;
begin
  if new.chain = '' then
    new.chain := coalesce('account:' || new.account_id, 'installation');
  end if;
  content := convert_to(json_build_array((extract(epoch from new.at) * 1000000)::bigint, new.request_id, new.account_id,
    new.session_id, new.address, new.action, new.outcome, new.refusal_code, new.subjects, new.target, new.details)::text, 'UTF8');
  insert into public.audit_chain as head (chain, last_seq, last_hash)
    values (new.chain, 1, sha256(decode(repeat('00', 32), 'hex') || convert_to(new.chain || E'\n1\n', 'UTF8') || content))
    on conflict (chain) do update set last_seq = head.last_seq + 1,
      last_hash = sha256(head.last_hash || convert_to(new.chain || E'\n' || head.last_seq + 1 || E'\n', 'UTF8') || content)
    returning last_seq, last_hash into new.seq, new.hash;
  return new;
end $$;
comment on function audit_link is 'Takes number and hash under the lock of the chain, whatever the writer put there. The lock is held to the end of the transaction, so a chain has neither gaps nor forks. server/src/platform/audit/ computes the same.';
revoke all on function audit_link from public;

-- Rows written before there were chains: each person's own, in the order of their ids.
alter table audit_event disable trigger audit_event_only_grows;
do $$
declare
  old audit_event;
  linked audit_event;
  content bytea;
  head record;
begin
  for old in select * from audit_event order by id loop
    linked := old;
    linked.chain := coalesce('account:' || old.account_id, 'installation');
    content := convert_to(json_build_array((extract(epoch from old.at) * 1000000)::bigint, old.request_id, old.account_id,
      old.session_id, old.address, old.action, old.outcome, old.refusal_code, old.subjects, old.target, old.details)::text, 'UTF8');
    select last_seq, last_hash into head from audit_chain where chain = linked.chain;
    linked.seq := coalesce(head.last_seq, 0) + 1;
    linked.hash := sha256(coalesce(head.last_hash, decode(repeat('00', 32), 'hex'))
      || convert_to(linked.chain || E'\n' || linked.seq || E'\n', 'UTF8') || content);
    insert into audit_chain values (linked.chain, linked.seq, linked.hash)
      on conflict (chain) do update set last_seq = excluded.last_seq, last_hash = excluded.last_hash;
    update audit_event set chain = linked.chain, seq = linked.seq, hash = linked.hash where id = old.id;
  end loop;
end $$;
alter table audit_event enable trigger audit_event_only_grows;

alter table audit_event
  add check (chain <> ''), add check (seq > 0), add check (length(hash) = 32),
  add constraint audit_event_place_in_chain unique (chain, seq);
create index audit_event_of_subject on audit_event using gin (subjects) where subjects <> '{}';
create trigger audit_event_link before insert on audit_event for each row execute function audit_link();

create function audit_settle(patience text) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('lock_timeout', patience, true);
  lock table public.audit_event in share mode;
  return (select coalesce(max(id), 0) from public.audit_event);
end $$;
comment on function audit_settle is 'An id up to which every row that will ever be there is there: waits a moment until nobody is between taking an id and committing. Call it in a transaction of its own, and end that at once.';
revoke all on function audit_settle from public;

grant select on audit_chain to mangnon_app;
grant execute on function audit_settle to mangnon_app;
