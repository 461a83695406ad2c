import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';

export interface PutReport {
  readonly regimeId: string;
  readonly accountId: string;
  readonly unit: UnitRef;
  readonly provinceId: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly dueOn: string;
  /** `n.children`, or with its parts as the key has them. */
  readonly values: Readonly<Record<string, Value>>;
  /** Else it was sent, and the receiver has not decided. */
  readonly accepted: boolean;
}

/** Puts a report there as the owner of the tables: how reports come to be sent and accepted is tested elsewhere. */
export async function putReport(owner: Client, report: PutReport): Promise<void> {
  const { regimeId, accountId, unit, provinceId, span, dueOn, values, accepted } = report;
  const made = await owner.query<{ no: string; period: number }>(
    `with period as (
       insert into report_period (cut_start, cut_end) values ($1, $2)
       on conflict (cut_start, cut_end) do update set cut_end = excluded.cut_end returning id
     ), made as (
       insert into report_version (id, regime_id, due_on, period_id, agency_id, place_id, province_id, version, state, opened_at,
         opened_by, signed_at, signed_by, first_sent_at, sent_at, decided_at, decided_by)
       select $3, $4, $5, period.id, $6, $7, $8, 1, case when $10 then 'accepted' else 'sent' end, now(), $9, now(), $9, now(),
         now(), case when $10 then now() end, case when $10 then $9::uuid end
       from period returning no, period_id)
     select no, period_id as period from made`,
    [span.from, span.to, randomUUID(), regimeId, dueOn, unit.agencyId, unit.placeId, provinceId, accountId, accepted],
  );
  const cells = Object.entries(values).map(([key, one]) => {
    const [code = '', parts = ''] = key.replace(']', '').split('[');
    return {
      key,
      code,
      parts: Object.fromEntries(parts === '' ? [] : parts.split(',').map((part) => part.split('='))),
      state: one.state,
      amount: one.state === 'number' ? one.amount : one.state === 'zero' ? 0 : null,
      reason: 'reason' in one ? one.reason : null,
    };
  });
  await owner.query(
    `with asked as (
       select * from json_to_recordset($1) as c (key text, code text, parts jsonb, state text, amount numeric, reason text)
     ), cell as (
       insert into report_cell (key, code, parts) select key, code, parts from asked
       on conflict (key) do update set code = excluded.code returning id, key)
     insert into report_value (version_no, cell_id, period_id, state, amount, reason, standing, entered_at)
     select $2, cell.id, $3, a.state, a.amount, a.reason, $4, now() from asked a join cell using (key)`,
    [JSON.stringify(cells), made.rows[0]?.no, made.rows[0]?.period, accepted],
  );
}
