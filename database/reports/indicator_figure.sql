-- The one place where a published figure is computed (domain/src/indicators/rate.ts says the same rules once more, for figures
-- over longer periods and on the map of today). Whoever asks sees what the policies on reports let them see.

create or replace view told_figure with (security_invoker = true) as
select distinct on (r.unit, v.period_id, v.cell_id) v.cell_id, v.period_id, r.unit, r.agency_id, r.place_id, r.province_id,
  v.state, v.amount, v.version_no, r.sent_at
from report_value v join report_version r on r.no = v.version_no
where v.standing and v.state <> 'no_report'
order by r.unit, v.period_id, v.cell_id, r.decided_at desc, r.no desc;
comment on view told_figure is 'What stands of each unit, period and cell. Told under two regimes it is counted once: as accepted last.';

create or replace view indicator_figure with (security_invoker = true) as
with whole as not materialized (
  select c.code, t.* from told_figure t join report_cell c on c.id = t.cell_id and c.key = c.code where t.amount is not null
), meaning as not materialized (
  select i.code, i.version, i.formula, p.id as period_id, p.cut_start, p.cut_end
  from indicator i join report_period p
    on (i.valid_from is null or i.valid_from <= p.cut_end) and (i.valid_to is null or i.valid_to >= p.cut_end)
)
-- A count: what the units told, added up.
select m.code, m.version, m.period_id, w.province_id, count(*)::int as units, sum(w.amount) as numerator,
  null::numeric as denominator, sum(w.amount) as amount
from meaning m join whole w on w.code = m.code and w.period_id = m.period_id
where m.formula ->> 'kind' = 'count' and m.formula ->> 'overPlaces' = 'sum'
group by m.code, m.version, m.period_id, w.province_id
union all
-- A rate: sum over sum, of the units that told both sides; over nothing there is none.
select m.code, m.version, m.period_id, up.province_id, count(*)::int, sum(up.amount), sum(down.amount),
  sum(up.amount) / nullif(sum(down.amount), 0) * (m.formula ->> 'factor')::numeric
from meaning m join whole up on up.code = m.formula ->> 'numerator' and up.period_id = m.period_id
  join whole down on down.code = m.formula ->> 'denominator' and down.period_id = m.period_id and down.unit = up.unit
where m.formula ->> 'kind' = 'ratio'
group by m.code, m.version, m.period_id, up.province_id, m.formula
union all
-- A change: against the same days of the year before, of the units that told both years; below zero it fell.
select m.code, m.version, m.period_id, now.province_id, count(*)::int, sum(now.amount), sum(before.amount),
  sum(now.amount) / nullif(sum(before.amount), 0) * 100 - 100
from meaning m join report_period b on b.cut_start = (m.cut_start - interval '1 year')::date
    and b.cut_end = (m.cut_end + 1 - interval '1 year')::date - 1
  join whole now on now.code = m.formula ->> 'of' and now.period_id = m.period_id
  join whole before on before.code = m.formula ->> 'of' and before.period_id = b.id and before.unit = now.unit
where m.formula ->> 'kind' = 'change'
group by m.code, m.version, m.period_id, now.province_id;
comment on view indicator_figure is 'Each indicator of the catalogue for each period and province, from accepted reports alone, by the meaning it had on the last day of the period. Numerator and denominator go over provinces by adding them up; amounts do not.';

grant select on told_figure, indicator_figure to mangnon_app;
