import type { planViewsVi } from './vi.ts';

export const planViewsEn = {
  'planViews.choose': 'See the tasks as',
  'planViews.view.tree': 'Tree',
  'planViews.view.table': 'Table',
  'planViews.view.timeline': 'Timeline',
  'planViews.tree': 'Sections, tasks and units',
  'planViews.noSection': 'Outside the sections',
  'planViews.count': '{count, plural, one {# task} other {# tasks}}',
  'planViews.units': '{count, plural, one {# unit} other {# units}}',
  'planViews.notGiven': 'Given to no unit yet',
  'planViews.of': '{count} of {all} periods',
  'planViews.timeline': 'Tasks along time',
  'planViews.when': 'From start to due day',
  'planViews.what': 'the times of the tasks',
  'planViews.month.short': '{month}/{year}',
  'planViews.month': 'Due in {month}/{year}',
  'planViews.legend':
    'A bar goes from start to due day. The dashed upright is today. A dashed frame is not given yet: its days are those printed.',
} satisfies Record<keyof typeof planViewsVi, string>;
