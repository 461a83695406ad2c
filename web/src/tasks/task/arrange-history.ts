import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';

type Person = Task['assignedBy'];

/** Something that was done to a task: what, when, by whom, and the words or days that belong to it. */
export interface Past {
  readonly what:
    | `event.${string}`
    | 'progress'
    | 'completion'
    | 'accepted'
    | 'sent_back'
    | 'time_asked'
    | 'time_granted'
    | 'time_refused'
    | 'hindrance_raised'
    | `hindrance_${'passed_up' | 'answered' | 'settled' | 'reopened'}`
    | 'proof';
  readonly at: string;
  readonly by: Person;
  /** The period it concerns; null for the task as a whole. */
  readonly period: string | null;
  readonly words: string | null;
  /** A day asked for, granted, or said. */
  readonly day: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Everything that was done to a task and is kept, the newest first; what a person may not see is not in it. */
export function arrangeHistory({ history, periods, parties }: Task): Past[] {
  const codeOf = new Map(periods.map(({ id, period }) => [id, period]));
  const blank = { period: null, words: null, day: null, before: null, after: null };
  const events = history.map(({ kind, data, at, by }): Past => {
    const days = kind === 'due_moved';
    return {
      ...blank,
      what: `event.${kind}`,
      at,
      by,
      period: codeOf.get(text(data['periodId']) ?? '') ?? null,
      words: text(data['byText']) ?? text(data['reason']) ?? (kind === 'party_added' ? nameAdded(data, parties) : null),
      before: days || kind === 'words_changed' ? text(data['from']) : null,
      after: days || kind === 'words_changed' ? text(data['to']) : null,
    };
  });
  const ofPeriods = periods.flatMap(({ period, reports, timeRequests, hindrances, looseProof }): Past[] => [
    ...reports.flatMap(({ kind, words, happenedOn, recordedAt, recordedBy, decision, proof }): Past[] => [
      { ...blank, period, what: kind, at: recordedAt, by: recordedBy, words, day: happenedOn },
      ...(decision === null
        ? []
        : [{ ...blank, period, what: decision.decision, at: decision.at, by: decision.by, words: decision.reason }]),
      ...proof.map((one): Past => ({ ...blank, period, what: 'proof', ...ofProof(one) })),
    ]),
    ...looseProof.map((one): Past => ({ ...blank, period, what: 'proof', ...ofProof(one) })),
    ...timeRequests.flatMap(({ askedAt, askedBy, askedDueOn, reason, answer }): Past[] => [
      { ...blank, period, what: 'time_asked', at: askedAt, by: askedBy, words: reason, day: askedDueOn },
      ...(answer === null
        ? []
        : [
            {
              ...blank,
              period,
              what: `time_${answer.answer}` as const,
              at: answer.at,
              by: answer.by,
              words: answer.words,
              day: answer.grantedDueOn,
            },
          ]),
    ]),
    ...hindrances.flatMap(({ raisedAt, raisedBy, words, acts }): Past[] => [
      { ...blank, period, what: 'hindrance_raised', at: raisedAt, by: raisedBy, words },
      ...acts.map((act): Past => ({ ...blank, period, what: `hindrance_${act.kind}`, ...pick(act) })),
    ]),
  ]);
  return [...events, ...ofPeriods].toSorted((one, other) => other.at.localeCompare(one.at));
}

const ofProof = (one: Task['periods'][number]['looseProof'][number]) => ({
  at: one.receivedAt,
  by: one.receivedBy,
  words: one.fileName,
});
const pick = ({ at, by, words }: { at: string; by: Person; words: string }) => ({ at, by, words });

/** Names of the units and people added, as far as they still take part. */
function nameAdded(data: Readonly<Record<string, unknown>>, parties: Task['parties']): string | null {
  const key = JSON.stringify(data);
  const named = parties.flatMap(({ unit, person }) => {
    const id = person?.id ?? JSON.stringify({ agencyId: unit?.agencyId, placeId: unit?.placeId }).slice(1, -1);
    return key.includes(id) ? [unit?.name ?? person?.name ?? ''] : [];
  });
  return named.length === 0 ? null : named.join('; ');
}
