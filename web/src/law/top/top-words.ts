import type { Top } from '@mangnon/domain/law/top.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';

/** What the view from the top says, in sentences; every number with its denominator. */
export function useTopWords(top: Top) {
  const t = useText();
  const { language } = useLanguage();
  const of = formatNumber(top.of, language);
  const unit = t(`law.top.unit.${top.level}`);
  const among = top.within
    ? t('law.top.among.within', { of, unit, place: top.within.name })
    : t('law.top.among', { of, unit });
  const withPlan = top.places.reduce((sum, place) => sum + place.withPlan, 0);
  const bare = top.duties.filter(({ counts }) => counts.done === 0).length;
  return {
    among,
    finding: t('law.top.finding', {
      among,
      withPlan: formatNumber(withPlan, language),
      duties: top.duties.length,
      bare,
    }),
  };
}
