import type { PlaceBrief, PlaceCover } from '@mangnon/domain/places/places.api.ts';
import { formatDay, formatNumber } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';

/** Sentences about units, in the chosen language. */
export function usePlaceWords() {
  const t = useText();
  const { language } = useLanguage();
  const share = (weight: number) => `${formatNumber(Math.round(weight * 1000) / 10, language)}\u00a0%`;
  return {
    /** From when to when it stands, and honestly nothing where that is not known. */
    validity({ validFrom, validTo }: Pick<PlaceBrief, 'validFrom' | 'validTo'>): string {
      const from = validFrom === null ? t('places.from.unknown') : t('places.from', { day: formatDay(validFrom) });
      return validTo === null
        ? from
        : `${from}${validFrom === null ? ',' : ''} ${t('places.to', { day: formatDay(validTo) })}`;
    },
    /** How much of the older unit went over. */
    part(kind: PlaceCover['kind'], weight: number | null): string {
      if (kind === 'part' && weight !== null) return t('places.part.share', { share: share(weight) });
      return t(`places.part.${kind}`);
    },
    trust: (trust: 'verified' | 'secondary' | 'unverified') => t(`places.trust.${trust}`),
    named: ({ fullName, above }: Pick<PlaceBrief, 'fullName' | 'above'>) =>
      above === '' ? fullName : `${fullName}, ${above}`,
  };
}
