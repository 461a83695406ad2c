import { sql, type Kysely } from 'kysely';
import type { ClausePeriod } from '@mangnon/domain/reports/report-due.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** A regime with a form that asks for a count. */
export interface Asker {
  readonly id: string;
  readonly period: ClausePeriod;
  readonly due: { readonly month: number; readonly day: number };
  readonly validFrom: string;
  readonly validTo: string;
  /** Whose plan it is, and who sends under it: regimes that agree in this are owed by the same units. */
  readonly chain: string;
  /** Every version of its form, oldest first; of the tables that ask for the count, whose they are (null: everybody's). */
  readonly forms: readonly { readonly firstDueOn: string; readonly agencies: readonly (readonly string[] | null)[] }[];
}

/** The regimes that ask for a count in a version of their form. */
export async function listAskers(database: Kysely<DB>, code: string): Promise<Asker[]> {
  const { rows } = await sql<Asker>`
    select g.id, r.period, json_build_object('month', r.due_month, 'day', r.due_day) as due, g.valid_from as "validFrom",
      g.valid_to as "validTo", f.forms,
      concat_ws(' ', pl.place_id, (select string_agg(s.agency_id, ',' order by s.agency_id) from report_sender s where s.regime_id = g.id)) as chain
    from report_regime g join plan_reporting r on r.id = g.id and r.due_month is not null
    join plan_place pl on pl.plan_id = g.plan_id
    join lateral (
      select json_agg(json_build_object('firstDueOn', f.first_due_on, 'agencies', coalesce(
          (select jsonb_agg(t.value -> 'agencies') from jsonb_array_elements(f.tables) t where t.value -> 'codes' ? ${code}), '[]'))
        order by f.version) as forms,
        bool_or(exists (select from jsonb_array_elements(f.tables) t where t.value -> 'codes' ? ${code})) as asks
      from report_form f where f.regime_id = g.id) f on f.asks`.execute(database);
  return rows;
}

export interface KnownCell {
  readonly id: number;
  readonly code: string;
  readonly key: string;
  readonly parts: Readonly<Record<string, string>>;
}

export async function listCells(database: Kysely<DB>, codes: readonly string[]): Promise<KnownCell[]> {
  const { rows } = await sql<KnownCell>`
    select id, code, key, parts from report_cell where code = any (${codes}::text[]) order by key`.execute(database);
  return rows;
}

export interface KnownPeriod {
  readonly id: number;
  readonly cutStart: string;
  readonly cutEnd: string;
  /** Something stands in one of the cells that were asked for. */
  readonly told: boolean;
}

/** Every stretch of days for which anything was told, earliest first. */
export async function listPeriods(database: Kysely<DB>, cells: readonly number[]): Promise<KnownPeriod[]> {
  const { rows } = await sql<KnownPeriod>`
    select p.id, p.cut_start as "cutStart", p.cut_end as "cutEnd", exists (
        select from report_value v where v.standing and v.state <> 'no_report' and v.period_id = p.id
          and v.cell_id = any (${cells}::int[])) as told
    from report_period p order by p.cut_end, p.cut_start`.execute(database);
  return rows;
}

/** A figure to be added up: of a count `down` is null; of a change both cells are one, and the periods differ. */
export interface AskedSum {
  readonly key: string;
  readonly period_id: number;
  readonly up: number;
  readonly down: number | null;
  readonly down_period: number | null;
}

export interface FoundSum {
  readonly key: string;
  readonly placeId: string;
  readonly told: number;
  readonly notApplicable: number;
  readonly units: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly lastEntry: Date | null;
}

/** By what the sums stand apart: the province of the unit as it stood then, or its own place. */
export type SumsBy = 'province' | 'place';
const place = { province: sql`coalesce(above.parent_id, p.parent_id, p.id)`, place: sql`t.place_id` } as const;
const chain = {
  province: sql`join place p on p.id = t.place_id left join place above on above.id = p.parent_id`,
  place: sql``,
} as const;

/** Whose figures: within what this person watches over or sends, and, where they are given, of these places or provinces. */
export interface Scope {
  readonly by: SumsBy;
  readonly places: readonly string[] | null;
}

const reached = ({ places }: Scope) => sql`((select app_nation('reports.version.read', 'core'))
    or province_id = any ((select app_reach('reports.version.read', 'core', 'below_place'))::text[])
    or place_id = any ((select app_reach('reports.version.read', 'core', 'own_place'))::text[])
    or unit = any ((select app_reach('reports.version.read', 'core', 'own_agency'))::text[]))
  ${places === null ? sql`` : sql`and (province_id = any (${places}::text[]) or place_id = any (${places}::text[]))`}`;

/**
 * Adds up what stands (view told_figure: each unit, period and cell once). Sides of a rate or a change meet in one unit. One
 * question for any number of figures.
 */
export async function addUp(database: Kysely<DB>, sums: readonly AskedSum[], scope: Scope): Promise<FoundSum[]> {
  if (sums.length === 0) return [];
  const cells = [...new Set(sums.flatMap(({ up, down }) => (down === null ? [up] : [up, down])))];
  const periods = [
    ...new Set(sums.flatMap(({ period_id: at, down_period: other }) => (other === null ? [at] : [at, other]))),
  ];
  const paired = sums.some(({ down }) => down !== null);
  const other = paired
    ? sql`join told d on d.cell_id = a.down and d.period_id = a.down_period and d.unit = t.unit`
    : sql``;
  const figures = paired
    ? sql`count(*) filter (where t.state = 'not_applicable' or d.state = 'not_applicable')::int as "notApplicable",
        count(t.amount + d.amount)::int as units, sum(t.amount) filter (where d.amount is not null) as numerator,
        sum(d.amount) filter (where t.amount is not null) as denominator, max(greatest(t.sent_at, d.sent_at)) as "lastEntry"`
    : sql`count(*) filter (where t.state = 'not_applicable')::int as "notApplicable", count(t.amount)::int as units,
        sum(t.amount) as numerator, null::numeric as denominator, max(t.sent_at) as "lastEntry"`;
  const { rows } = await sql<FoundSum>`
    with told as materialized (
      select cell_id, period_id, unit, place_id, province_id, state, amount, sent_at from told_figure
      where cell_id = any (${cells}::int[]) and period_id = any (${periods}::int[]) and ${reached(scope)})
    select a.key, ${place[scope.by]} as "placeId", count(*)::int as told, ${figures}
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb)
      as a (key text, period_id int, up int, down int, down_period int)
    join told t on t.cell_id = a.up and t.period_id = a.period_id ${other} ${chain[scope.by]}
    group by 1, 2`.execute(database);
  return rows;
}

/** How many units sent a report once, for the period under one of the regimes. */
export async function countSent(
  database: Kysely<DB>,
  regimes: readonly string[],
  periodId: number,
  scope: Scope,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ placeId: string; sent: number }>`
    select ${place[scope.by]} as "placeId", count(*)::int as sent
    from (select distinct place_id, unit from report_version
      where first_sent_at is not null and regime_id = any (${regimes}::uuid[]) and period_id = ${periodId}
        and ${reached(scope)}) t ${chain[scope.by]}
    group by 1`.execute(database);
  return new Map(rows.map(({ placeId, sent }) => [placeId, sent]));
}

/** Units that have a standing value in one of the cells in a period: whoever is due and not among them is missing. */
export async function listTold(
  database: Kysely<DB>,
  cells: readonly number[],
  periodId: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unit: string }>`
    select unit from told_figure where cell_id = any (${cells}::int[]) and period_id = ${periodId}
    group by unit having count(distinct cell_id) = ${cells.length}`.execute(database);
  return new Set(rows.map(({ unit }) => unit));
}
