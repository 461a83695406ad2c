import { accept, refuse, type Result } from '../kernel/result.ts';
import { isSameValue } from '../kernel/same-value.ts';
import type { DraftAct, FactChange } from './draft-edit.ts';
import { draftFact, type DraftFact, type FactOf } from './draft-fact.ts';
import { isMendedBy } from './doubt-fields.ts';
import { checkFactData } from './fact-data.ts';
import { placeAfter, placeBySpan, type Place } from './fact-order.ts';
import { cutTask, joinTasks } from './task-parts.ts';

type Act<Type extends DraftAct['type']> = Extract<DraftAct, { type: Type }>;
type Facts = readonly DraftFact[];

/**
 * What one act of a person does to the facts of a draft, or why not; `text` is the document's. Nothing is changed
 * here: the answer lists each touched fact before and after. An `undo` needs what the earlier edit did: `undoEdit`.
 */
export function applyEdit(facts: Facts, act: Exclude<DraftAct, { type: 'undo' }>, text: string): Result<FactChange[]> {
  if (act.type === 'change') return changeFact(facts, act);
  if (act.type === 'add') return addFact(facts, act, text);
  if (act.type === 'merge') return mergeTasks(facts, act);
  if (act.type === 'split') return splitTask(facts, act, text);
  return deleteFact(facts, act);
}

/** The facts after the changes, in no particular order. */
export function withChanges(facts: Facts, changes: readonly FactChange[]): DraftFact[] {
  const standing = new Map(facts.map((fact) => [fact.id, fact]));
  for (const change of changes) {
    if (change.after === null) standing.delete(change.factId);
    else standing.set(change.factId, change.after);
  }
  return [...standing.values()];
}

function changeFact(facts: Facts, act: Act<'change'>): Result<FactChange[]> {
  const found = findFact(facts, act.factId);
  if (!found.ok) return found;
  const fact = found.value;
  const stored: Readonly<Record<string, unknown>> = fact.data;
  const fields = Object.keys(act.fields);
  const unknownField = fields.find(
    (field) => !Object.hasOwn(stored, field) || (fact.kind === 'doubt' && field !== 'settled'),
  );
  if (unknownField !== undefined)
    return refuse('drafts.field_unknown', { where: unknownField, details: { field: unknownField } });

  const wanted = Object.fromEntries(fields.map((field) => [field, act.fields[field]?.to ?? null]));
  const checked = checkFactData(fact.kind, { ...stored, ...wanted }, fields);
  if (!checked.ok) return checked;
  const changed = fields.filter((field) => !isSameValue(stored[field], checked.value[field]));
  const clashes = changed
    .filter((field) => !isSameValue(stored[field], act.fields[field]?.from ?? null))
    .map((field) => ({ field, yours: checked.value[field], theirs: stored[field] }));
  if (clashes[0] !== undefined) {
    return refuse('drafts.field_changed', {
      where: clashes[0].field,
      details: { ...clashes[0], factId: fact.id, fields: clashes },
    });
  }
  if (changed.length === 0) return accept([]);
  const after = draftFact.parse({ ...fact, data: checked.value, version: fact.version + 1 });
  return accept([{ factId: fact.id, before: fact, after }, ...mendDoubts(facts, [fact.id], changed)]);
}

function addFact(facts: Facts, act: Act<'add'>, text: string): Result<FactChange[]> {
  if (facts.some((fact) => fact.id === act.factId)) return refuse('drafts.fact_exists');
  if (act.span !== null && (act.span.start > act.span.end || act.span.end > text.length)) {
    return refuse('drafts.span_outside', { where: 'span' });
  }
  const neighbour = facts.find((fact) => fact.id === act.after && fact.kind === act.kind);
  const place = neighbour ? placeAfter(facts, act.kind, neighbour) : placeBySpan(facts, act.kind, act.span);
  const checked = checkFactData(act.kind, act.data, Object.keys(act.data));
  if (!checked.ok) return checked;
  const { factId: id, kind, span } = act;
  const after = draftFact.parse({
    id,
    kind,
    span,
    position: place.position,
    confidence: null,
    version: 1,
    data: checked.value,
  });
  return accept([{ factId: id, before: null, after }, ...movesOf(facts, place)]);
}

function mergeTasks(facts: Facts, act: Act<'merge'>): Result<FactChange[]> {
  const first = findTask(facts, act.firstId, act.firstVersion);
  if (!first.ok) return first;
  const second = findTask(facts, act.secondId, act.secondVersion);
  if (!second.ok) return second;
  if (act.firstId === act.secondId) return refuse('drafts.merge_same');
  return accept([
    { factId: act.firstId, before: first.value, after: joinTasks(first.value, second.value) },
    { factId: act.secondId, before: second.value, after: null },
    ...mendDoubts(facts, [act.firstId, act.secondId], ['text'], act.firstId),
  ]);
}

function splitTask(facts: Facts, act: Act<'split'>, text: string): Result<FactChange[]> {
  const task = findTask(facts, act.factId, act.version);
  if (!task.ok) return task;
  if (facts.some((fact) => fact.id === act.newId)) return refuse('drafts.fact_exists');
  const place = placeAfter(facts, 'task', task.value);
  const parts = cutTask(task.value, act.at, act.newId, place.position, text);
  if (!parts.ok) return parts;
  return accept([
    { factId: act.factId, before: task.value, after: parts.value[0] },
    { factId: act.newId, before: null, after: parts.value[1] },
    ...movesOf(facts, place),
    ...mendDoubts(facts, [act.factId], ['text']),
  ]);
}

/** A fact goes with the doubts about it: nothing is left to be unsure of, and undo brings both back. */
function deleteFact(facts: Facts, act: Act<'delete'>): Result<FactChange[]> {
  const found = findFact(facts, act.factId, act.version);
  if (!found.ok) return found;
  if (found.value.kind === 'heading') return refuse('drafts.heading_stays');
  if (found.value.kind === 'doubt') return refuse('drafts.doubt_stays');
  const doubts = facts.filter((fact) => fact.kind === 'doubt' && fact.data.about === act.factId);
  return accept([found.value, ...doubts].map((fact) => ({ factId: fact.id, before: fact, after: null })));
}

function findFact(facts: Facts, id: string, version?: number): Result<DraftFact> {
  const fact = facts.find((one) => one.id === id);
  if (fact === undefined) return refuse('drafts.fact_gone', { details: { factId: id } });
  if (version !== undefined && fact.version !== version) {
    return refuse('drafts.fact_changed', { details: { factId: id, theirs: fact } });
  }
  return accept(fact);
}

function findTask(facts: Facts, id: string, version: number): Result<FactOf<'task'>> {
  const found = findFact(facts, id, version);
  if (!found.ok) return found;
  return found.value.kind === 'task' ? accept(found.value) : refuse('drafts.only_tasks');
}

/** Open doubts that the edit puts right count as mended; `nowAbout` is the fact that takes all of them over. */
function mendDoubts(facts: Facts, ids: readonly string[], fields: readonly string[], nowAbout?: string): FactChange[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'doubt' || fact.data.about === null || !ids.includes(fact.data.about)) return [];
    const settled = fact.data.settled ?? (isMendedBy(fact.data.code, fields) ? ('mended' as const) : null);
    const data = { ...fact.data, about: nowAbout ?? fact.data.about, settled };
    if (isSameValue(data, fact.data)) return [];
    return [{ factId: fact.id, before: fact, after: { ...fact, data, version: fact.version + 1 } }];
  });
}

function movesOf(facts: Facts, place: Place): FactChange[] {
  return place.moved.map((after) => ({
    factId: after.id,
    before: facts.find((fact) => fact.id === after.id) ?? null,
    after,
  }));
}
