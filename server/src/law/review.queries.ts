import { sql, type Kysely } from 'kysely';
import type { ProposalAct, ProposalState, ProposalStep } from '@mangnon/domain/law/proposal.workflow.ts';
import type { Proposal, Review } from '@mangnon/domain/law/review.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

type ReviewedRow = Omit<Review['texts'][number], 'force'> & { issuedOn: string; inForceFrom: string | null };

/** Every known text with what changes it and how many proposals about it are open. */
export async function listReviewed(database: Kysely<DB>): Promise<ReviewedRow[]> {
  const { rows } = await sql<
    { brief: ReviewedRow } & Pick<ReviewedRow, 'inForceFrom' | 'inForceTo' | 'changedBy' | 'openProposals'>
  >`
    select ${briefJson('d')} as brief, t.in_force_from as "inForceFrom", t.in_force_to as "inForceTo",
      coalesce((select json_agg(json_build_object('kind', r.kind, 'on', r.on_day, 'text', ${briefJson('o')})
          order by r.on_day, o.issued_on)
        from legal_text_relation r join law_document o on o.id = r.text_id
        where r.other_id = t.id and r.withdrawn_at is null and r.kind in ('amends', 'replaces', 'repeals')), '[]') as "changedBy",
      (select count(*) from text_proposal p where p.text_id = t.id and p.state in ('preparing', 'sent'))::int as "openProposals"
    from legal_text t join law_document d on d.id = t.id order by t.issued_on desc`.execute(database);
  return rows.map(({ brief, ...rest }) => ({ ...brief, ...rest }));
}

export interface ProposalRow extends Omit<Proposal, 'daysLate' | 'transitions' | 'stateSince'> {
  readonly stateSince: Date;
}

export async function listProposals(database: Kysely<DB>): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select p.id, case when d.id is not null then ${briefJson('d')} end as text, p.act, p.words, p.reason, p.proposer,
      p.receiver, p.due_on as "dueOn", p.answer_due_on as "answerDueOn", p.state, p.state_since as "stateSince",
      coalesce((select json_agg(json_build_object('step', s.step, 'words', s.words, 'document', s.document,
          'by', account.name, 'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.at)
        from text_proposal_step s join account on account.id = s.by where s.proposal_id = p.id), '[]') as steps
    from text_proposal p left join law_document d on d.id = p.text_id order by p.created_at desc limit 500`.execute(
    database,
  );
  return rows;
}

export async function insertProposal(
  database: Kysely<DB>,
  proposal: {
    readonly id: string;
    readonly textId: string | null;
    readonly act: ProposalAct;
    readonly words: string;
    readonly reason: string;
    readonly proposer: string;
    readonly receiver: string;
    readonly dueOn: string;
  },
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  const { id, textId, act, words, reason, proposer, receiver, dueOn } = proposal;
  await database
    .insertInto('text_proposal')
    .values({
      id,
      text_id: textId,
      act,
      words,
      reason,
      proposer,
      receiver,
      due_on: dueOn,
      state: 'preparing',
      state_since: by.now,
      created_at: by.now,
      created_by: by.accountId,
    })
    .execute();
}

/** The state of a proposal, its row held; undefined where there is none. */
export async function lockProposal(database: Kysely<DB>, id: string): Promise<ProposalState | undefined> {
  const { rows } = await sql<{ state: ProposalState }>`
    select state from text_proposal where id = ${id}::uuid for update`.execute(database);
  return rows[0]?.state;
}

export async function putStep(
  database: Kysely<DB>,
  step: {
    readonly id: string;
    readonly proposalId: string;
    readonly step: ProposalStep;
    readonly to: ProposalState;
    readonly words: string | null;
    readonly document: string | null;
    readonly answerDueOn: string | null;
  },
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await sql`
    update text_proposal set state = ${step.to}, state_since = ${by.now},
      answer_due_on = coalesce(${step.answerDueOn}::date, answer_due_on)
    where id = ${step.proposalId}::uuid`.execute(database);
  await database
    .insertInto('text_proposal_step')
    .values({
      id: step.id,
      proposal_id: step.proposalId,
      step: step.step,
      words: step.words,
      document: step.document,
      at: by.now,
      by: by.accountId,
    })
    .execute();
}
