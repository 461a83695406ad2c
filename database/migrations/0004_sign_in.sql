-- Signing in: what a person needs to recognise their own sessions.

alter table session
  add column address inet,
  add column device text check (length(device) <= 60);
comment on column session.address is 'Where the session was opened from; shown to its owner, who may not know the place and end it.';
comment on column session.device is 'Browser and system as the browser named them, such as «Firefox, Windows».';
