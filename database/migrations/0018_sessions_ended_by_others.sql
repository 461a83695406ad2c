-- Whoever keeps an account may end its sessions; its person is told who did.
alter table session
  add column closed_by uuid references account,
  add column told_at timestamptz,
  add check (closed_by is null or closed_at is not null),
  add check (told_at is null or closed_by is not null);
comment on column session.closed_by is 'Who ended it, where that was another person than its owner.';
comment on column session.told_at is 'When its owner said to have read that somebody else ended it.';
create index session_ended_untold on session (account_id) where closed_by is not null and told_at is null;
