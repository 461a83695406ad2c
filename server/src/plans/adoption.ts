import { fold } from '@mangnon/domain/kernel/fold.ts';
import { foldNumber } from '@mangnon/domain/plans/cited-plan.ts';
import type { DraftFact, FactData, FactKind, FactOf } from '@mangnon/domain/plans/draft-fact.ts';
import { listOfKind } from '@mangnon/domain/plans/fact-order.ts';

/** A plan as rows, before it is stored. */
export interface Adoption {
  readonly planId: string;
  readonly draftId: string;
  readonly heading: FactData<'heading'>;
  readonly numberFolded: string | null;
  readonly folded: string;
  readonly recipients: readonly string[];
  readonly tasks: readonly Row<'task'>[];
  readonly targets: readonly Row<'target'>[];
  readonly reporting: readonly Row<'reporting'>[];
  readonly legalBases: readonly Row<'legal_basis'>[];
  readonly agencies: readonly AgencyRow[];
}

export interface Row<Kind extends FactKind> {
  readonly id: string;
  readonly draft_fact_id: string;
  readonly position: number;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly data: FactData<Kind>;
}

export interface AgencyRow {
  readonly task_id: string;
  readonly role: 'lead' | 'coordinating';
  readonly position: number;
  readonly printed: string;
  readonly printed_folded: string;
}

interface Parts {
  readonly planId: string;
  readonly draftId: string;
  readonly facts: readonly DraftFact[];
  readonly recipients: readonly string[];
  readonly makeId: () => string;
}

/** Everything of a draft that becomes part of the plan, each fact numbered in its order. */
export function adoptionOf({ planId, draftId, facts, recipients, makeId }: Parts): Adoption {
  const heading = facts.find((fact): fact is FactOf<'heading'> => fact.kind === 'heading');
  if (heading === undefined) throw new Error(`draft ${draftId} has no heading`);
  const { number, title, issuer } = heading.data;
  const rowsOf = <Kind extends FactKind>(kind: Kind): Row<Kind>[] =>
    listOfKind(facts, kind).map((fact, index) => ({
      id: makeId(),
      draft_fact_id: fact.id,
      position: index + 1,
      span_start: fact.span?.start ?? null,
      span_end: fact.span?.end ?? null,
      data: fact.data as FactData<Kind>,
    }));
  const tasks = rowsOf('task');
  return {
    planId,
    draftId,
    heading: heading.data,
    numberFolded: number === null ? null : foldNumber(number),
    folded: fold([number, title, issuer].filter((part) => part !== null).join(' ')),
    recipients,
    tasks,
    targets: rowsOf('target'),
    reporting: rowsOf('reporting'),
    legalBases: rowsOf('legal_basis'),
    agencies: tasks.flatMap(agenciesOf),
  };
}

function agenciesOf(task: Row<'task'>): AgencyRow[] {
  return (['lead', 'coordinating'] as const).flatMap((role) =>
    task.data[role].map((printed, index) => ({
      task_id: task.id,
      role,
      position: index + 1,
      printed,
      printed_folded: fold(printed),
    })),
  );
}
