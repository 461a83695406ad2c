import type { searchVi } from './vi.ts';

export const searchEn = {
  'search.open': 'Search',
  'search.open.all': 'everything',
  'search.title': 'Search everything',
  'search.label': 'Search plans, tasks, texts, agencies, places',
  'search.hint': 'Type 2 letters or more, accents are optional. Children and cases are not searched here.',
  'search.what': 'results',
  'search.none': 'Nothing holds all of «{words}». Leave out a word, or try another name.',
  'search.found': '{count, plural, =0 {} other {# found. Arrows move, Enter opens.}}',
  'search.kind.plan': 'Plans',
  'search.kind.task': 'Tasks',
  'search.kind.text': 'Texts',
  'search.kind.agency': 'Agencies',
  'search.kind.place': 'Places',
  'search.more': 'There are more. Type another word to narrow it.',
  'search.moreTasks': 'See all tasks that match',
  'search.ended': 'No longer in force since {day}.',
  'search.ended.today':
    'No longer in force since {day}; today {today}{more, plural, =0 {} one { and # other} other { and # others}}.',
  'search.keys': 'Ctrl K',
  'search.keys.open': 'Search everything',
} satisfies Record<keyof typeof searchVi, string>;
