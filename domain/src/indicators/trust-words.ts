import type { Sentence } from '../kernel/sentence.ts';
import type { Indicator } from './indicator.ts';

const named: Readonly<Record<Indicator['trust'], Sentence>> = {
  verified: {
    vi: 'Văn bản nêu chỉ tiêu này; đã đọc trong một bản của văn bản.',
    en: 'The text names this indicator; a copy of the text was read.',
  },
  secondary: {
    vi: 'Chỉ tiêu đọc qua văn bản khác dẫn lại, chưa đọc văn bản gốc.',
    en: 'The indicator was read in another text that follows the source; the source itself was not read.',
  },
  unverified: {
    vi: 'Chưa có văn bản nào được đọc nêu chỉ tiêu này.',
    en: 'No text that was read names this indicator.',
  },
};

const computed: Readonly<Record<Indicator['trust'], Sentence>> = {
  verified: { vi: 'Cách tính theo đúng văn bản.', en: 'The formula is that of the text.' },
  secondary: { vi: 'Cách tính theo nguồn khác, không phải văn bản này.', en: 'The formula is from another source.' },
  unverified: {
    vi: 'Cách tính là cách hiểu của phần mềm, chưa đối chiếu với văn bản.',
    en: 'The formula is the product’s reading and was not compared with a text.',
  },
};

const unknown: Sentence = {
  vi: 'Chưa biết cách tính, nên phần mềm không tính.',
  en: 'The formula is not known, so nothing is computed.',
};

/** How far an indicator can be relied on, in words: who names it, and how sure its formula is. */
export function tellTrust(one: Pick<Indicator, 'trust' | 'formulaTrust'>): Sentence[] {
  return [named[one.trust], one.formulaTrust === null ? unknown : computed[one.formulaTrust]];
}
