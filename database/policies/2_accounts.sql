-- Codes are looked up before anybody is signed in, so they are read by all; they are made only by a post that may, and
-- never for oneself. Two halves by two people, and not for oneself, are constraints of the table itself.
alter table invitation enable row level security;
alter table invitation force row level security;
drop policy if exists invitation_read on invitation;
create policy invitation_read on invitation for select to mangnon_app using (true);
drop policy if exists invitation_make on invitation;
create policy invitation_make on invitation for insert to mangnon_app
  with check (made_by = (select app_account()) and (select app_may('access.account.create')));
drop policy if exists invitation_end on invitation;
create policy invitation_end on invitation for update to mangnon_app
  using (used_at is null and withdrawn_at is null) with check (used_at is not null or withdrawn_at is not null);

alter table recovery enable row level security;
alter table recovery force row level security;
drop policy if exists recovery_read on recovery;
create policy recovery_read on recovery for select to mangnon_app using (true);
drop policy if exists recovery_start on recovery;
create policy recovery_start on recovery for insert to mangnon_app
  with check (started_by = (select app_account()) and (select app_may('access.account.recover')) and confirmed_by is null);
-- What is not confirmed yet changes only under the name of an officer who may; a person stops their own, or says they were told.
drop policy if exists recovery_go_on on recovery;
create policy recovery_go_on on recovery for update to mangnon_app
  using (true)
  with check (used_at is not null
    or (account_id = (select app_account()) and (told_at is not null or withdrawn_by = account_id))
    or (select app_may('access.account.recover')) and (select app_account()) in (confirmed_by, withdrawn_by));
