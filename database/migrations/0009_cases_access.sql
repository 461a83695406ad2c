-- What the first endpoints for children and cases need: everything of a child follows it to another commune, and a task
-- can be put off to an instant.

alter table child_name_token
  drop constraint child_name_token_place_id_fkey,
  drop constraint child_name_token_province_id_fkey,
  add foreign key (child_id, place_id, province_id, intake_unit)
    references child (id, place_id, province_id, intake_unit) on update cascade;
comment on column child_name_token.place_id is 'Of the child, with its province and the unit that received the report: what policies look at. Tied to the child, so that it is found by its name where it has gone, and no more where it was.';

alter table broken_glass add constraint broken_glass_with_place unique (id, place_id, province_id);
alter table supervisor_notice
  drop constraint supervisor_notice_glass_id_fkey,
  drop constraint supervisor_notice_place_id_fkey,
  drop constraint supervisor_notice_province_id_fkey,
  add foreign key (glass_id, place_id, province_id) references broken_glass (id, place_id, province_id) on update cascade;
comment on column supervisor_notice.place_id is 'Of the case: who answers for it now reviews the glass, also after a transfer.';
create index broken_glass_to_review on broken_glass (province_id, place_id) where reviewed_at is null;

drop function enqueue_job(text, json, text, text);
create function enqueue_job(task text, payload json, job_key text default null, queue text default null,
  run_at timestamptz default null)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(identifier => task, payload => payload, job_key => job_key, queue_name => queue,
    run_at => run_at);
end $$;
comment on function enqueue_job is 'Puts a background task into the queue, in the caller''s transaction, for now or for an instant. The queue''s own tables are closed to mangnon_app; this is the only way in.';
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to mangnon_app;
