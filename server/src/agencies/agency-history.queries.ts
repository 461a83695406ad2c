import { sql, type Kysely, type Transaction } from 'kysely';
import type { AgencyDifference } from '@mangnon/domain/agencies/agency-difference.ts';
import type { KeptAgencyChange } from '@mangnon/domain/agencies/agency-history.ts';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { ChangeWriter } from '../places/change-decisions.queries.ts';

/** Adds what an act did to the history of the register, in one statement. */
export async function keepAgencyChanges(
  database: Transaction<DB>,
  { agencies, duties, successions, transfers }: AgencyDifference,
  { accountId, now }: ChangeWriter,
  decisionId: string | null,
): Promise<void> {
  const rows = [
    ...agencies.map(({ key, ...change }) => ({ kind: 'agency', key, from: key, to: null, ...change })),
    ...duties.map(({ key, ...change }) => {
      return { kind: 'duty', key, from: (change.after ?? change.before)?.agencyId, to: null, ...change };
    }),
    ...[
      ...successions.map((one) => ({ kind: 'succession', ...one })),
      ...transfers.map((one) => ({ kind: 'transfer', ...one })),
    ].map((change) => {
      const step = change.after ?? change.before;
      return { ...change, from: step?.fromId, to: step?.toId };
    }),
  ];
  if (rows.length === 0) return;
  await sql`
    insert into agency_change (agency_id, other_id, kind, record_id, before, after, decision_id, recorded_at, recorded_by)
    select "from", "to", kind, key, before, after, ${decisionId}::uuid, ${now}, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given ("from" text, "to" text, kind text, key text,
      before jsonb, after jsonb)`.execute(database);
}

export type AgencyChangeRow = KeptAgencyChange & {
  readonly agencyId: string;
  readonly at: Date;
  readonly by: string | null;
  readonly title: string | null;
  readonly decision: ChangeDecision | null;
};

/** What was changed about an agency, what others handed on to it included; newest first. */
export async function listAgencyChanges(
  database: Kysely<DB>,
  agencyId: string,
  limit: number,
): Promise<AgencyChangeRow[]> {
  const { rows } = await sql<AgencyChangeRow>`
    select change.kind, change.agency_id as "agencyId", change.before, change.after, change.recorded_at as at,
      account.name as by, account.title, case when decision.id is not null then json_build_object('number',
        decision.number, 'day', decision.signed_on, 'issuer', decision.issuer, 'title', decision.title,
        'link', decision.link) end as decision
    from agency_change change
    left join account on account.id = change.recorded_by
    left join change_decision decision on decision.id = change.decision_id
    where change.agency_id = ${agencyId} or change.other_id = ${agencyId}
    order by change.id desc limit ${limit}`.execute(database);
  return rows;
}

/** Ids of duties and moved duties, and keys of successions, that somebody has withdrawn. */
export async function listWithdrawn(database: Transaction<DB>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct record_id as id from agency_change where after is null`.execute(database);
  return new Set(rows.map(({ id }) => id));
}
