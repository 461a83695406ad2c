-- What each unit has done of its tasks, and who answered for it: counted in one pass over an index.

alter table task_period add column entered_on date;
comment on column task_period.entered_on is 'The day in Viet Nam on which the report was typed in that says it is done, waiting or accepted; beside done_on it shows what was entered late.';

-- The owner of the tables is no superuser everywhere, and would see no row under forced policies.
alter table task_period no force row level security;
alter table progress_report no force row level security;
update task_period p set entered_on = (
  select max((r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)
  from progress_report r left join progress_decision d on d.report_id = r.id
  where r.period_id = p.id and r.kind = 'completion' and d.decision is distinct from 'sent_back')
where done_on is not null or reported_on is not null;
alter table task_period force row level security;
alter table progress_report force row level security;

alter table task_period add check (entered_on is null or done_on is not null or reported_on is not null);
grant update (entered_on) on task_period to mangnon_app;

-- By unit and due day in a province, with everything a status and a figure is told from: no look at the table is needed.
drop index task_period_state;
create index task_period_state on task_period (province_id, unit, due_on)
  include (plan_id, starts_on, done_on, cancelled_on, reported_on, entered_on, task_id);
create index task_period_of_plan on task_period (plan_id);
create index task_period_to_decide on task_period (requester_place_id) where reported_on is not null;
