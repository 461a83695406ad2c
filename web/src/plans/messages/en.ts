import { planEn } from './plan-en.ts';
import { uploadEn } from './upload-en.ts';
import type { plansVi } from './vi.ts';

export const plansEn: Readonly<Record<keyof typeof plansVi, string>> = {
  'plans.subject': 'Plans',
  'plans.title': 'Plans',
  'plans.upload': 'Upload a plan',
  'plans.state.open':
    '{open, plural, one {# draft} other {# drafts}} not adopted yet, {plans, plural, one {# plan} other {# plans}} adopted. See to the drafts first.',
  'plans.state.quiet': '{plans, plural, one {# plan} other {# plans}} adopted. Nothing waits for review.',
  'plans.state.reader': '{plans, plural, one {# plan} other {# plans}} adopted.',
  'plans.empty.title': 'No plans yet',
  'plans.empty.officer':
    'Adopted plans will stand here, with each task, who leads it and when it is due. To begin, upload a plan as Word, PDF or scan.',
  'plans.empty.reader':
    'When a plan officer adopts a plan, it will show here, with each task, who leads it and when it is due.',
  'plans.adopted': 'Adopted plans',
  'plans.adopted.none': 'No plan has been adopted yet. Review the drafts above, then adopt them.',
  'plans.search': 'Find a plan',
  'plans.search.hint': 'By number, title or issuer. Accents are not needed.',
  'plans.search.found': '{count, plural, one {# plan matches} other {# plans match}} “{words}”.',
  'plans.search.none': 'No plan matches “{words}”.',
  'plans.search.clear': 'Clear the search box',
  'plans.column.title': 'Plan',
  'plans.column.number': 'Number',
  'plans.column.issuer': 'Issuer',
  'plans.column.issued': 'Issued on',
  'plans.column.tasks': 'Tasks',
  'plans.column.agencies': 'Agencies',
  'plans.column.targets': 'Targets',
  'plans.column.adopted': 'Adopted',
  'plans.unknown': 'not printed',

  'drafts.heading': 'In review',
  'drafts.meta': '{file}, {size}. Uploaded by {by} at {at}.',
  'drafts.meta.unnamed': '{size}. Uploaded by {by} at {at}.',
  'drafts.reading.waiting': 'Waiting for its turn to be read',
  'drafts.reading.opening': 'Opening the file',
  'drafts.reading.recognising': 'Recognising the print: {done} of {of} pages done',
  'drafts.reading.understanding': 'Finding tasks, targets, dates',
  'drafts.reading.done': 'Read',
  'drafts.reading.label': 'Progress of reading {name}',
  'drafts.review.open': '{count, plural, one {# doubt} other {# doubts}} to settle before it can be adopted.',
  'drafts.review.ready': 'Every doubt is settled. It can be adopted.',
  'drafts.counts':
    '{tasks, plural, one {# task} other {# tasks}}, {targets, plural, one {# target} other {# targets}}, {reporting, plural, one {# reporting duty} other {# reporting duties}}',
  'drafts.act.review': 'Review',
  'drafts.act.watch': 'Watch progress',
  'drafts.act.adopt': 'Read once more and adopt',
  'drafts.act.discard': 'Put away',
  'drafts.act.of': '{act}: {name}',
  'drafts.state.refused': 'Could not be read',
  'drafts.state.in_review': 'To review',
  'drafts.state.ready': 'To adopt',
  ...uploadEn,
  ...planEn,
};
