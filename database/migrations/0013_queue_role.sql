-- Tasks are put into the queue with the rights of the role that works on it, not with those of the owner of everything.
grant create on schema public to mangnon_jobs;
alter function enqueue_job(text, json, text, text, timestamptz) owner to mangnon_jobs;
revoke create on schema public from mangnon_jobs;
