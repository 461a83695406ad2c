import type { TargetLine } from '@mangnon/domain/law/texts.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { describeTarget } from '../../plans/target-words.ts';

/** The level a target sets, and its figures, as people write them. */
export function useTargetWords() {
  const t = useText();
  const { language } = useLanguage();
  const write = (value: number) => formatNumber(value, language);
  const withUnit = (value: number, unit: string) =>
    unit === '' || /^[%‰/]/.test(unit) ? `${write(value)}${unit}` : `${write(value)} ${unit}`;
  return {
    figure: withUnit,
    goal: ({ comparator, value, valueTo, unit }: Pick<TargetLine, 'comparator' | 'value' | 'valueTo' | 'unit'>) => {
      if (value === null) return t(comparator === 'increase_by' ? 'law.target.more' : 'law.target.fewer');
      if (comparator === '=') return t('target.exactly', { value: withUnit(value, unit) });
      const { key, values } = describeTarget({ comparator, value, valueTo, unit }, write);
      return t(key, values);
    },
  };
}
