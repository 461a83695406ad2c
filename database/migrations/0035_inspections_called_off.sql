-- An inspection that is not carried out any more is called off, on a day and with a reason; what was planned and written
-- of it stays.

alter table inspection
  add column called_off_on date,
  add column called_off_reason text check (length(btrim(called_off_reason)) between 1 and 2000),
  add column called_off_at timestamptz,
  add column called_off_by uuid references account,
  add constraint inspection_called_off_whole
    check (num_nulls(called_off_on, called_off_reason, called_off_at, called_off_by) in (0, 4));
comment on column inspection.called_off_on is 'The day it was called off, as the decision has it; who wrote it down and when stand beside it.';

grant update (called_off_on, called_off_reason, called_off_at, called_off_by) on inspection to mangnon_app;
