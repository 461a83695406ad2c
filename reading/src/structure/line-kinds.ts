import { beginsWithVerb } from '../agencies/agency-phrase.ts';
import { isGroupOnly, readAssignment } from '../agencies/assignment.ts';
import { isInCapitals } from '../document/torn-lines.ts';
import { isContentLabel, readField } from './fields.ts';
import type { Topic } from './topics.ts';
import { findTopic, isTopicTitle } from './topics.ts';

/** What follows a line: something a step deeper, a plain paragraph, a table, or nothing of its own. */
export type Following = 'deeper' | 'paragraph' | 'table' | null;

export interface LineContext {
  /** `major` heads a part of the plan, `number` and `bullet` stand in lists, `none` has no marker. */
  readonly rank: 'major' | 'number' | 'bullet' | 'none';
  readonly following: Following;
  readonly topic: Topic | null;
  readonly owner: readonly string[];
  readonly afterCapitals: boolean;
  /** The line before was a number alone («PHẦN THỨ HAI»), so this one is its title. */
  readonly afterBareNumber: boolean;
  /** The owner comes from a paragraph beside this one, not from a heading above. */
  readonly besideOwner: boolean;
}

export interface LineKind {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'field';
  /** Agencies the line itself names as in charge; null where it names none. */
  readonly owner: readonly string[] | null;
  /** Offset in the content where the words of a task begin; null where the line is none. */
  readonly words: number | null;
  /** Where the title of a heading ends. */
  readonly titleEnd: number;
  readonly topic: Topic | null;
  readonly sureness: number;
}

/** Longest folded name that stays in its sentence; a longer list of agencies is cut off, the lead says it already. */
const longestSubject = 38;

/** Judges one line by its words (without the marker) and by where it stands. */
export function judgeLine(content: string, context: LineContext): LineKind {
  const item = context.rank === 'none' ? 'paragraph' : 'item';
  const make = (kind: LineKind['kind'], more: Partial<LineKind> = {}): LineKind => ({
    kind,
    owner: null,
    words: kind === 'item' || kind === 'paragraph' ? 0 : null,
    titleEnd: content.length,
    topic: null,
    sureness: 0.95,
    ...more,
  });
  const field = context.rank === 'major' ? null : readField(content);
  if (field && (field.key === 'lead' || field.key === 'coordinating' || field.key === 'due')) return make('field');
  if (field?.key === 'content' || isContentLabel(content)) {
    const from = field && field.value.end > field.value.start ? field.value.start : null;
    return from === null ? make('heading', { topic: 'tasks' }) : make(item, { words: from });
  }
  const agency = judgeAgency(content, context, make);
  if (agency) return agency;
  if (
    field &&
    context.owner.length === 0 &&
    !(context.rank === 'number' && isTopicTitle(content.slice(0, field.value.start)))
  )
    return make('field');
  const title = judgeTitle(content, context, make);
  if (title) return title;
  return make(item, content.length < 12 ? { sureness: 0.6 } : {});
}

type Make = (kind: LineKind['kind'], more?: Partial<LineKind>) => LineKind;

function judgeAgency(content: string, context: LineContext, make: Make): LineKind | null {
  const assignment = readAssignment(content);
  if (!assignment) return null;
  const { shape, agencies, nameEnd, rest } = assignment;
  const item = context.rank === 'none' ? 'paragraph' : 'item';
  const children = context.following !== null;
  const outside = context.topic !== null && context.topic !== 'tasks';
  const heading = make('heading', { owner: agencies, titleEnd: nameEnd, topic: 'tasks' });
  switch (shape) {
    case 'name':
      if (outside && context.rank !== 'major') return null;
      if (/[;,]\s*$/.test(content) || (context.rank === 'bullet' && !children && !content.endsWith(':')))
        return make(item, { words: null });
      if (context.rank === 'none' && !children) return null;
      return heading;
    case 'intro':
      if (outside) return null;
      return children ? { ...heading, titleEnd: content.length } : make(item, { owner: agencies, words: rest });
    case 'label':
      if (outside) return null;
      if (
        (context.following === 'deeper' || (children && isGroupOnly(agencies))) &&
        isListOfNames(content.slice(rest))
      ) {
        return make('heading', { owner: [content.replace(/:$/, '')], topic: 'tasks', sureness: 0.8 });
      }
      return make(item, { owner: agencies, words: rest });
    case 'sentence': {
      if (outside) return null;
      const subordinate =
        context.owner.length > 0 && !context.besideOwner && !(isGroupOnly(context.owner) && !isGroupOnly(agencies));
      // «Phân công lãnh đạo phụ trách»: what the agency above does, whatever numbers the list has.
      const asks = /^(?:phân công|yêu cầu|đề nghị|mời)(?!\p{L})/iu.test(content);
      if (subordinate && (asks || context.rank !== 'number')) return null;
      return make(item, { owner: agencies, words: rest + dutyLength(content.slice(rest)) > longestSubject ? rest : 0 });
    }
    case 'unclear': {
      const left = content.slice(nameEnd).trim();
      const short = left.split(/\s+/).length <= 4 && !/[.;:]$/.test(left) && content.length <= 90;
      if (outside || !short || !children || context.rank === 'bullet' || !/^\p{L}/u.test(left)) return null;
      return make('heading', { owner: [content.trim()], topic: 'tasks', sureness: 0.7 });
    }
  }
}

/** «có trách nhiệm», «chịu trách nhiệm»: words between the agency and what it does. */
function dutyLength(words: string): number {
  return /^(?:có|chịu) (?:trách nhiệm|nhiệm vụ)\s*/iu.exec(words)?.[0].length ?? 0;
}

/** «Các phòng: Tư pháp, Nội vụ»: what follows the colon names offices, the tasks stand below. */
function isListOfNames(words: string): boolean {
  return (
    words.length <= 120 && !/[.;]$/.test(words) && !beginsWithVerb(words.charAt(0).toLowerCase() + words.slice(1), 0)
  );
}

function judgeTitle(content: string, context: LineContext, make: Make): LineKind | null {
  const { rank, following } = context;
  const inline = /^[^:.;]{3,92}[:.]\s/.test(content)
    ? /^([^:.;]{3,90}?)\s*[:.]\s+(?=[\p{Lu}\d“"-])/u.exec(content)
    : null;
  if (rank === 'major') {
    const before = inline?.[1] ?? '';
    const cut = inline && (isTopicTitle(before) || isInCapitals(before)) && inline[0].length < content.length;
    if (cut) return make('heading', { titleEnd: before.length, words: inline[0].length, topic: findTopic(before) });
    return make('heading', { topic: findTopic(content) });
  }
  const open = !/[.;,]$/.test(content);
  const colon = content.endsWith(':');
  const single = !/[.;]\s+\p{Lu}/u.test(content);
  if (rank === 'none') {
    if (context.afterBareNumber && open && content.length < 200 && single)
      return make('heading', { topic: findTopic(content) });
    if (isInCapitals(content) && content.length < 160 && open && content.split(' ').length > 1) {
      // «PHẦN III» with its title on a line of its own.
      return context.afterCapitals && !isTopicTitle(content)
        ? make('heading', { sureness: 0.8 })
        : make('heading', { topic: findTopic(content) });
    }
    if (isTopicTitle(content.replace(/:$/, '')) && open && following)
      return make('heading', { topic: findTopic(content) });
    if (colon && following === 'deeper' && content.length <= 320 && single) return make('heading', { sureness: 0.9 });
    return null;
  }
  if (inline?.[1] && isTopicTitle(inline[1])) {
    return make('heading', { titleEnd: inline[1].length, words: inline[0].length, topic: findTopic(inline[1]) });
  }
  const topic = content.length <= 250 ? findTopic(content) : null;
  if (topic !== null && topic !== 'tasks' && open && (following || colon) && content.length <= 120)
    return make('heading', { topic });
  if (following === null || !single) return null;
  if (rank === 'bullet') {
    if (following !== 'deeper') return null;
    return (colon && content.length <= 250) || (open && content.length <= 120)
      ? make('heading', { topic, sureness: 0.85 })
      : null;
  }
  if (following === 'paragraph')
    return open && content.length <= 150 ? make('heading', { topic, sureness: 0.85 }) : null;
  return content.length <= 220 || colon ? make('heading', { topic }) : null;
}
