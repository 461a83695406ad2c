import { accept, refuse, type Result } from '../kernel/result.ts';
import type { FactOf } from './draft-fact.ts';
import type { Span } from './extraction.ts';

type Task = FactOf<'task'>;

/** The two tasks as one: words joined, passages united, agencies without repeats, the first due that is known. */
export function joinTasks(first: Task, second: Task): Task {
  const confidences = [first.confidence, second.confidence].filter((value) => value !== null);
  return {
    ...first,
    version: first.version + 1,
    span: uniteSpans(first.span, second.span),
    confidence: confidences.length === 0 ? null : Math.min(...confidences),
    data: {
      ...first.data,
      text: joinWords(first.data.text, second.data.text),
      lead: [...new Set([...first.data.lead, ...second.data.lead])],
      coordinating: [...new Set([...first.data.coordinating, ...second.data.coordinating])],
      due: first.data.due ?? second.data.due,
    },
  };
}

/** Vietnamese does not break words at a hyphen: «kinh tế-» + «xã hội» keeps it and needs no space. */
function joinWords(first: string, second: string): string {
  if (first.endsWith('\u00ad')) return first.slice(0, -1) + second;
  return /\p{L}[-‐–]$/u.test(first) ? first + second : `${first} ${second}`;
}

function uniteSpans(one: Span | null, other: Span | null): Span | null {
  if (one === null || other === null) return one ?? other;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** The task cut in its words at `at`; `position` is the place of the second part. */
export function cutTask(task: Task, at: number, newId: string, position: number, text: string): Result<[Task, Task]> {
  const words = [task.data.text.slice(0, at).trim(), task.data.text.slice(at).trim()] as const;
  const insidePair =
    /[\ud800-\udbff]/.test(task.data.text[at - 1] ?? '') && /[\udc00-\udfff]/.test(task.data.text[at] ?? '');
  if (insidePair || words[0] === '' || words[1] === '') return refuse('drafts.split_place', { where: 'at' });
  const spans = cutSpan(task.span, words, text);
  return accept([
    { ...task, version: task.version + 1, span: spans[0], data: { ...task.data, text: words[0] } },
    { ...task, id: newId, version: 1, position, span: spans[1], data: { ...task.data, text: words[1] } },
  ]);
}

/** The passage is cut where the words show the cut; where neither part is found in it any more, both keep all of it. */
function cutSpan(span: Span | null, words: readonly [string, string], text: string): [Span | null, Span | null] {
  if (span === null) return [null, null];
  const passage = text.slice(span.start, span.end);
  const head = passage.length - passage.trimStart().length;
  const cut = passage.startsWith(words[0], head)
    ? head + words[0].length
    : passage.trimEnd().endsWith(words[1])
      ? passage.trimEnd().length - words[1].length
      : null;
  if (cut === null) return [span, span];
  const firstPart = passage.slice(0, cut).trimEnd();
  const secondPart = passage.slice(cut);
  if (firstPart.trim() === '' || secondPart.trim() === '') return [span, span];
  const secondStart = span.start + cut + (secondPart.length - secondPart.trimStart().length);
  return [
    { start: span.start, end: span.start + firstPart.length },
    { start: secondStart, end: span.end },
  ];
}
