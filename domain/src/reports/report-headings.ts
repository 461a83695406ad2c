import type { Sentence } from '../kernel/sentence.ts';

/** What a unit writes in words beside its figures, in the order of a report to a superior. */
export const reportHeadings = ['results', 'hindrances', 'proposals', 'next'] as const;
export type ReportHeading = (typeof reportHeadings)[number];

export const headingWords: Readonly<Record<ReportHeading, Sentence>> = {
  results: { vi: 'Kết quả thực hiện', en: 'What was done' },
  hindrances: { vi: 'Khó khăn, vướng mắc', en: 'What hinders' },
  proposals: { vi: 'Đề xuất, kiến nghị', en: 'Proposals' },
  next: { vi: 'Nhiệm vụ thời gian tới', en: 'What comes next' },
};
