-- Holdings are read before there is a context (the context is made from them), but given and ended only by a post that
-- may give this very post in this place, and never to oneself; or while an installation begins and nobody could.
alter table post_holding enable row level security;
alter table post_holding force row level security;
drop policy if exists holding_read on post_holding;
create policy holding_read on post_holding for select to mangnon_app, mangnon_guard using (true);
drop policy if exists holding_give on post_holding;
create policy holding_give on post_holding for insert to mangnon_app
  with check ((account_id <> (select app_account()) and app_reaches('give:' || post, place_id)) or (select app_is_beginning()));
drop policy if exists holding_end on post_holding;
create policy holding_end on post_holding for update to mangnon_app
  using (app_reaches('give:' || post, place_id)) with check (ended_at is not null);
