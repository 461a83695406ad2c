import type { FactData } from '@mangnon/domain/plans/draft-fact.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { Json } from './review-state.ts';

export type AddedKind = 'task' | 'target' | 'reporting' | 'legal_basis';

/** A fact made from words of the document: what the words plainly say is filled in, the rest the person writes. */
export function factFromWords(
  kind: AddedKind,
  words: string,
  lead: readonly string[],
  section: string,
): Record<string, Json> {
  const text = words.replace(/\s+/g, ' ').trim();
  switch (kind) {
    case 'task': {
      const data: FactData<'task'> = { text, section, lead: [...lead], coordinating: [], due: null };
      return data;
    }
    case 'target': {
      const figure = /(\d+(?:\.\d{3})*(?:,\d+)?)\s*(%|‰|\/100\.000)?/.exec(text);
      const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
      const data: FactData<'target'> = {
        text,
        owner: [...lead],
        comparator: '>=',
        value: Number((figure?.[1] ?? '0').replaceAll('.', '').replace(',', '.')),
        valueTo: null,
        unit: figure?.[2] ?? '',
        year: year ? Number(year) : null,
      };
      return data;
    }
    case 'reporting': {
      const data: FactData<'reporting'> = { period: periodIn(text), due: null, from: [...lead], to: null, via: null };
      return data;
    }
    case 'legal_basis': {
      const number = /\d+(?:\/\d{4})?\/[\p{Lu}\d][\p{L}\d&.-]*/u.exec(text)?.[0];
      const data: FactData<'legal_basis'> = {
        kind:
          /^(Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kế hoạch|Thông tư|Công văn|Chương trình)/iu.exec(text)?.[1] ??
          '',
        number: number ?? text.slice(0, 200),
        issuedOn: null,
        issuer: null,
      };
      return data;
    }
  }
}

function periodIn(text: string): FactData<'reporting'>['period'] {
  if (/hằng tháng|hàng tháng/iu.test(text)) return 'month';
  if (/hằng quý|hàng quý|\bquý\b/iu.test(text)) return '3_months';
  if (/6 tháng|sáu tháng/iu.test(text)) return '6_months';
  return /9 tháng|chín tháng/iu.test(text) ? '9_months' : 'year';
}

/** Where these words stand in the document, blanks and line ends aside; null when nowhere. */
export function findWords(text: string, words: string): Span | null {
  // A word or two stand in too many places to mean one of them.
  if (words.trim().length < 12) return null;
  const parts = words.trim().split(/\s+/);
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'iu').exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}
