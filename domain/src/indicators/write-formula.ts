import type { Language, Sentence } from '../kernel/sentence.ts';
import { findIndicator, type Catalogue } from './catalogue.ts';
import type { Indicator } from './indicator.ts';

const factorNames: Readonly<Record<Language, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN'),
  en: new Intl.NumberFormat('en-GB'),
};

const countedBy: Readonly<Record<'sum' | 'last' | 'none', Sentence>> = {
  sum: { vi: 'Đếm trong kỳ; các kỳ cộng lại được', en: 'Counted in the period; periods add up' },
  last: {
    vi: 'Đếm cuối kỳ; kỳ dài hơn lấy số của kỳ cuối',
    en: 'Counted at the end; a longer period takes its last one',
  },
  none: {
    vi: 'Đếm trong kỳ; không cộng các kỳ với nhau',
    en: 'Counted in the period; periods are not added',
  },
};

const noFormula: Sentence = { vi: 'Chưa biết cách tính', en: 'It is not known how it is computed' };

/**
 * How an indicator is computed, as people write it: «Số vụ … ÷ Số vụ … × 100». The counts bear the names they had on
 * the day the version began, or their code where they had none.
 */
export function writeFormula(one: Indicator, catalogue: Catalogue, language: Language): string {
  const { formula, validFrom } = one;
  const nameOf = (code: string) => {
    const day = validFrom ?? '';
    const count = validFrom === null ? catalogue.versions.get(code)?.[0] : findIndicator(catalogue, code, day);
    return count?.name[language] ?? code;
  };
  switch (formula.kind) {
    case 'count':
      return countedBy[formula.overPeriods][language];
    case 'ratio': {
      const factor = formula.factor === 1 ? '' : ` × ${factorNames[language].format(formula.factor)}`;
      return `${nameOf(formula.numerator)} ÷ ${nameOf(formula.denominator)}${factor}`;
    }
    case 'change': {
      const of = nameOf(formula.of);
      return language === 'vi'
        ? `(${of} kỳ này − ${of} cùng kỳ năm trước) ÷ ${of} cùng kỳ năm trước × 100`
        : `(${of}, this period − the same period of the year before) ÷ the year before × 100`;
    }
    case 'unknown':
      return noFormula[language];
  }
}
