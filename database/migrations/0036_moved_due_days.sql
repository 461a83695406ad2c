-- Moving a due day takes lateness out of every figure. How many were moved, and how they would stand by the day first given,
-- is told from the same index as the status; who moved what is found without looking at every event.
drop index task_period_state;
create index task_period_state on task_period (province_id, unit, due_on)
  include (plan_id, starts_on, done_on, cancelled_on, reported_on, entered_on, first_due_on, task_id);
create index task_period_moved on task_period (province_id, plan_id) where due_on <> first_due_on;
create index task_event_due_moved on task_event (province_id, at) where kind = 'due_moved';
-- Which tasks the ministries and central agencies have, wherever they are asked for.
create index task_of_agency on task (agency_id, place_id);
comment on column task_period.first_due_on is 'As it was first given: no later day ever hides it. Where it differs from due_on the day was moved.';
