import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';

/** An id that reads as what it is in a failing test: fact 3 is …0003. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function madeUpTask(number: number, words: string, lead: string[] = ['Sở Y tế']): DraftFact {
  return {
    id: idOf(number),
    kind: 'task',
    position: number * 1024,
    span: null,
    confidence: 0.9,
    version: 1,
    data: { text: words, section: 'III.1', lead, coordinating: [], due: null },
  };
}

export function madeUpDoubt(number: number, about: number | null): DraftFact {
  return {
    id: idOf(number),
    kind: 'doubt',
    position: number * 1024,
    span: null,
    confidence: null,
    version: 1,
    data: {
      code: 'task.lead_unclear',
      message: 'Chưa rõ cơ quan nào chủ trì việc này.',
      about: about === null ? null : idOf(about),
      settled: null,
    },
  };
}

export const madeUpFacts: readonly DraftFact[] = [
  madeUpTask(1, 'Mở lớp dạy bơi an toàn cho trẻ em tại hai xã ven sông.'),
  madeUpTask(2, 'Rà soát giếng, hố nước không có nắp đậy.', ['Ủy ban nhân dân xã Khe Trúc']),
  madeUpTask(3, 'Tập huấn cán bộ thôn về nhận biết trẻ em bị bỏ mặc.'),
  madeUpDoubt(9, 2),
];
