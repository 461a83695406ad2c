import type { ReadingWarning } from '@mangnon/domain/plans/extraction.ts';
import { readFields } from './fields.ts';
import type { OpenTask } from './open-task.ts';
import type { PlanLine, PlanOutline } from './plan-outline.ts';
import type { PlanYears } from './read-due.ts';
import { trimSpan } from './sentence-lead.ts';
import { emptyFields, takeField, type FieldValues } from './task-fields.ts';

interface Block {
  readonly scope: number;
  readonly values: FieldValues;
  readonly line: PlanLine;
}

/**
 * Brings the fields «Cơ quan chủ trì / phối hợp / Thời gian» to the tasks they are about: those of the same block
 * above them that have no fields yet; else those that follow below; else the heading itself is the task.
 */
export class BlockFields {
  private readonly tasks: OpenTask[] = [];
  private block: Block | null = null;
  /** By scope: how many tasks there were when its fields last spoke. */
  private readonly spoken = new Map<number, number>();
  private readonly pending = new Map<number, { block: Block; used: boolean }>();

  private readonly text: string;
  private readonly outline: PlanOutline;
  private readonly years: PlanYears | null;
  private readonly warnings: ReadingWarning[];

  constructor(text: string, outline: PlanOutline, years: PlanYears | null, warnings: ReadingWarning[]) {
    this.text = text;
    this.outline = outline;
    this.years = years;
    this.warnings = warnings;
  }

  /** Takes a line of fields; lines that follow one another are one block. */
  takeLine(line: PlanLine): void {
    if (this.block && this.block.scope !== line.scope) this.endBlock();
    this.block ??= { scope: line.scope, values: emptyFields(), line };
    const content = this.text.slice(line.contentStart, line.line.span.end);
    for (const field of readFields(content)) {
      const span = { start: line.contentStart + field.value.start, end: line.contentStart + field.value.end };
      takeField(this.block.values, field.key, this.text.slice(span.start, span.end), span, this.years, this.warnings);
    }
  }

  addTask(task: OpenTask): void {
    for (let scope = task.scope; scope >= 0; scope = this.outline.scopes[scope]?.parent ?? -1) {
      const pending = this.pending.get(scope);
      if (!pending) continue;
      apply(pending.block.values, task);
      pending.used = true;
      break;
    }
    this.tasks.push(task);
  }

  /** The fields have ended: another line follows. */
  endBlock(): void {
    const block = this.block;
    this.block = null;
    if (!block || !hasValue(block.values)) return;
    const forward = this.pending.get(block.scope);
    const from = forward?.used ? this.tasks.length : (this.spoken.get(block.scope) ?? 0);
    let found = 0;
    for (let at = this.tasks.length - 1; at >= from; at -= 1) {
      const task = this.tasks[at];
      if (!task || !this.isWithin(task.scope, block.scope)) break;
      apply(block.values, task);
      found += 1;
    }
    this.spoken.set(block.scope, this.tasks.length);
    if (found > 0) {
      this.fillSiblings(block, this.tasks.length - 1 - found);
      return;
    }
    if (forward && !forward.used) merge(forward.block.values, block.values);
    else this.pending.set(block.scope, { block, used: false });
  }

  /** Fields below the last task of a list are about the tasks before it too, where those have none of their own. */
  private fillSiblings(block: Block, last: number): void {
    const scope = this.outline.scopes[block.scope];
    if (!scope || scope.heading || scope.parent < 0) return;
    for (let at = last; at >= 0; at -= 1) {
      const task = this.tasks[at];
      if (!task || this.outline.scopes[task.scope]?.parent !== scope.parent) break;
      if (task.lead.length > 0 || task.coordinating.length > 0 || task.due !== null) break;
      apply(block.values, task);
    }
  }

  /** All tasks, those included whose words are a heading with nothing but fields under it. */
  finish(): OpenTask[] {
    for (const [scope, { block, used }] of this.pending) {
      const task = used ? null : this.headingAsTask(scope, block.values);
      if (task) this.tasks.push(task);
    }
    return this.tasks;
  }

  private headingAsTask(id: number, values: FieldValues): OpenTask | null {
    const scope = this.outline.scopes[id];
    const line = scope ? this.outline.lines[scope.line] : undefined;
    if (!scope || !line || scope.parent < 0 || (line.topic !== null && line.topic !== 'tasks')) return null;
    if (values.lead === null && values.coordinating === null && line.topic !== 'tasks') return null;
    const task: OpenTask = {
      span: trimSpan(this.text, { start: line.contentStart, end: line.line.span.end }),
      line: scope.line,
      scope: id,
      section: this.outline.scopes[scope.parent]?.path ?? '',
      owner: [],
      lead: scope.owner,
      coordinating: [],
      due: null,
      sureness: 0.85,
    };
    apply(values, task);
    return task;
  }

  private isWithin(scope: number, outer: number): boolean {
    let at = scope;
    while (at > outer) at = this.outline.scopes[at]?.parent ?? -1;
    return at === outer;
  }
}

function hasValue(values: FieldValues): boolean {
  return values.lead !== null || values.coordinating !== null || values.due !== null;
}

function apply(values: FieldValues, task: OpenTask): void {
  if (values.lead) task.lead = values.lead;
  if (values.coordinating) task.coordinating = values.coordinating;
  if (values.due) task.due = values.due;
}

function merge(values: FieldValues, more: FieldValues): void {
  values.lead ??= more.lead;
  values.coordinating ??= more.coordinating;
  values.due ??= more.due;
}
