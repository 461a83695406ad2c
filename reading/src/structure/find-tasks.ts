import type { ReadingWarning, Task } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../document/normalised-document.ts';
import { meanConfidence } from '../document/word-confidence.ts';
import { makeWarning, type FactsFound } from '../facts/facts-found.ts';
import { readFields } from './fields.ts';
import type { OpenTask } from './open-task.ts';
import type { PlanLine, PlanOutline } from './plan-outline.ts';
import { findPlanYears } from './plan-years.ts';
import { findDeadline, type PlanYears } from './read-due.ts';
import { findCoordinating, findSentenceLead, trimSpan } from './sentence-lead.ts';
import { findTableTasks } from './table-tasks.ts';
import { isTaskLine } from './task-lines.ts';
import { BlockFields } from './block-fields.ts';
import { emptyFields, takeField } from './task-fields.ts';

/**
 * Takes a document and its outline; gives its tasks in the order of the text, each with the passage it was read from
 * (`text` is exactly that passage), who leads, who helps and when it is due. Purpose, targets, funding and reporting
 * sections hold no tasks.
 */
export function findTasks(doc: NormalisedDocument, outline: PlanOutline): FactsFound<Task> {
  const years = findPlanYears(outline.lines);
  const warnings: ReadingWarning[] = [];
  const blocks = new BlockFields(doc.text, outline, years, warnings);
  for (const [at, line] of outline.lines.entries()) {
    if (line.zone !== 'body' && line.zone !== 'annex') {
      blocks.endBlock();
      continue;
    }
    if (line.kind === 'field') {
      blocks.takeLine(line);
      continue;
    }
    const task = isTaskLine(outline, at) ? openTask(doc.text, line, at, years, warnings) : null;
    blocks.endBlock();
    if (task) blocks.addTask(task);
  }
  blocks.endBlock();
  const fromTables = findTableTasks(doc, outline, years, warnings);
  const tasks = [...blocks.finish(), ...fromTables].toSorted((a, b) => a.span.start - b.span.start);
  fillSentenceLeads(doc.text, tasks);
  warnAboutLeads(tasks, outline, warnings);
  return { facts: tasks.map((task) => toTask(doc, task)), warnings };
}

function openTask(
  text: string,
  line: PlanLine,
  at: number,
  years: PlanYears | null,
  warnings: ReadingWarning[],
): OpenTask | null {
  if (!line.words) return null;
  const words = text.slice(line.words.start, line.words.end);
  const values = emptyFields();
  let end = words.length;
  for (const field of readFields(words)) {
    if (field.key === 'content' || field.start === 0) continue;
    end = Math.min(end, field.start);
    const span = { start: line.words.start + field.value.start, end: line.words.start + field.value.end };
    takeField(values, field.key, text.slice(span.start, span.end), span, years, warnings);
  }
  const printed = words.slice(0, end).replace(/[\s(–-]+$/u, '');
  const span = trimSpan(text, { start: line.words.start, end: line.words.start + printed.length });
  if (span.end - span.start < 3) return null;
  const deadline = values.due ? null : findDeadline(printed, years);
  if (deadline?.impossible) warnings.push(makeWarning('date_impossible', span, { printed: deadline.impossible }));
  return {
    span,
    line: at,
    scope: line.scope,
    section: line.section,
    owner: line.owner,
    lead: values.lead ?? line.owner,
    coordinating: values.coordinating ?? [],
    due: values.due ?? deadline?.due ?? null,
    sureness: line.sureness,
  };
}

/** Leads and helpers that only a sentence names; helpers from sentences only where no field of the plan names any. */
function fillSentenceLeads(text: string, tasks: readonly OpenTask[]): void {
  const fielded = tasks.some((task) => task.coordinating.length > 0);
  for (const task of tasks) {
    const sentence = text.slice(task.span.start, task.span.end);
    if (task.lead.length === 0) {
      const found = findSentenceLead(sentence);
      task.lead = found.lead;
      if (task.coordinating.length === 0) task.coordinating = found.coordinating;
      if (found.lead.length > 0) task.sureness = Math.min(task.sureness, 0.8);
    } else if (!fielded && task.coordinating.length === 0) task.coordinating = findCoordinating(sentence, 0);
  }
}

/** A task that nobody is given, in a part of the plan where the others have their agency. */
function warnAboutLeads(tasks: readonly OpenTask[], outline: PlanOutline, warnings: ReadingWarning[]): void {
  const parts = new Map<string, { led: number; unled: OpenTask[] }>();
  for (const task of tasks) {
    const part = task.section.split('.')[0] ?? '';
    const found = parts.get(part) ?? { led: 0, unled: [] };
    if (task.lead.length > 0) found.led += 1;
    else found.unled.push(task);
    parts.set(part, found);
  }
  for (const { led, unled } of parts.values()) {
    if (led < unled.length * 2) continue;
    for (const task of unled) {
      task.sureness = Math.min(task.sureness, 0.6);
      warnings.push(makeWarning('task_agency_missing', task.span));
    }
  }
  if (tasks.length === 0 && outline.lines.length > 0) warnings.push(makeWarning('tasks_missing'));
}

function toTask(doc: NormalisedDocument, task: OpenTask): Task {
  const words = meanConfidence(doc, task.span) ?? 1;
  const { span } = task;
  return {
    text: doc.text.slice(span.start, span.end),
    section: task.section,
    lead: [...task.lead],
    coordinating: [...task.coordinating],
    due: task.due,
    span,
    confidence: Math.round(Math.min(1, Math.max(0, task.sureness * words)) * 100) / 100,
  };
}
