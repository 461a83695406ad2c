-- Many tasks at once: units are reminded by whoever asked for the task, at most once a day for each task.
alter table task_event drop constraint task_event_kind_check;
alter table task_event add constraint task_event_kind_check check (kind in ('assigned', 'cancelled', 'schedule_changed',
  'words_changed', 'product_changed', 'party_added', 'party_ended', 'due_moved', 'reminded'));
create unique index task_event_reminded_once on task_event (task_id, (data ->> 'on')) where kind = 'reminded';
comment on index task_event_reminded_once is 'One reminder of a task by hand on a day, whoever sends it.';
comment on column task_period.due_on is 'Computed once when the task was given; later by a request for more time that was granted, or by who gave the task, with a reason that stays in its history.';
