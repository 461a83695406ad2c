-- What was sent is read by everybody who reads plans, as the status of tasks is: a board on which somebody sees a part alone
-- would call missing what was sent. It is written by the side of the unit that sends.

alter table report_sending enable row level security;
alter table report_sending force row level security;
drop policy if exists report_sending_read on report_sending;
create policy report_sending_read on report_sending for select to mangnon_app
  using ((select app_may('reports.regime.read')));
drop policy if exists report_sending_add on report_sending;
create policy report_sending_add on report_sending for insert to mangnon_app
  with check (place_id = any ((select app_reach('reports.sending.add', 'core', 'own_place'))::text[])
    or unit = any ((select app_reach('reports.sending.add', 'core', 'own_agency'))::text[]));
