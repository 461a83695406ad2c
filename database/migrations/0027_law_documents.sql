-- A known text can carry out another: QĐ 1472/QĐ-TTg was issued to carry out NQ 121/2020/QH14.
alter table legal_text_relation drop constraint legal_text_relation_kind_check;
alter table legal_text_relation add constraint legal_text_relation_kind_check
  check (kind in ('amends', 'replaces', 'repeals', 'details', 'carries_out'));
comment on table legal_text_relation is 'text_id amends, replaces or repeals other_id, sets out its details or carries it out; withdrawn where it was entered by mistake.';

-- One way to ask for documents, sentences and targets, whether told of a text or read in a plan. A plan that is the
-- document of a known text goes under the name of the text.

create view place_named with (security_invoker = true) as
  select place.id, place.level, place.parent_id,
    coalesce(changed.type || ' ' || changed.name, place.type || ' ' || place.name) as name,
    coalesce(place.valid_from, place.known_from) as stands_from, place.valid_to as stands_to
  from place left join lateral (
    select type, name from place_type_change where place_id = place.id order by from_day desc limit 1) changed on true;
comment on view place_named is 'Places under the name they bore last.';

create view law_document with (security_invoker = true) as
  select id, 'text' as is, kind, number, issued_on::text as issued_on, issuer, title, plan_id, null::text as place_id,
    null::text as place_name
  from legal_text
  union all
  select plan.id, 'plan', plan.kind, plan.number, plan.issued_on, plan.issuer, plan.title, plan.id, place_named.id,
    place_named.name
  from plan left join plan_place on plan_place.plan_id = plan.id left join place_named on place_named.id = place_id
  where not exists (select from legal_text where legal_text.plan_id = plan.id);
comment on view law_document is 'Known texts and adopted plans, each document once.';

create view law_item with (security_invoker = true) as
  select plan_task.id, 'task' as is, coalesce(legal_text.id, plan_task.plan_id) as document_id, plan_task.plan_id,
    plan_task.position, plan_task.text as words, nullif(plan_task.section, '') as article
  from plan_task left join legal_text on legal_text.plan_id = plan_task.plan_id
  union all
  select id, 'duty', text_id, null, position, words, article from legal_duty;
comment on view law_item is 'Tasks of plans and duties told of texts: the sentences of the thread.';

create view law_target with (security_invoker = true) as
  select plan_target.id, 'read' as origin, coalesce(legal_text.id, plan_target.plan_id) as document_id, plan_target.plan_id,
    plan_target.position, plan_target.text as words, null::text as article, plan_target.owner, plan_target.comparator,
    plan_target.value, plan_target.value_to, plan_target.unit, plan_target.year, 'baseline' as against,
    null::text as source_url, null::text as trust, null::text as note
  from plan_target left join legal_text on legal_text.plan_id = plan_target.plan_id
  union all
  select id, 'entered', text_id, null, position, words, article, '{}', comparator, value, value_to, unit, year, against,
    source_url, trust, note
  from legal_target;
comment on view law_target is 'Targets of plans and of known texts.';

create view law_carries_out with (security_invoker = true) as
  select coalesce(low.id, c.plan_id) as lower_id, coalesce(c.text_id, high.id, c.higher_plan_id) as higher_id, c.plan_id
  from plan_carries_out c
  left join legal_text low on low.plan_id = c.plan_id
  left join legal_text high on high.plan_id = c.higher_plan_id
  where c.state = 'linked'
  union
  select text_id, other_id, null from legal_text_relation where kind = 'carries_out' and withdrawn_at is null;
comment on view law_carries_out is 'Which document carries out which: by the word of a person, or by a relation of two texts.';

grant select on place_named, law_document, law_item, law_target, law_carries_out to mangnon_app;
