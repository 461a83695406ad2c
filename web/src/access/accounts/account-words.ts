import type { Account, Holding } from '@mangnon/domain/access/accounts.api.ts';
import { usePlaceWords } from '../../places/place-words.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';

/** Sentences about accounts and posts. */
export function useAccountWords() {
  const t = useText();
  const { named } = usePlaceWords();
  return {
    /** Where a post is held: unit, agency, place; from the smallest to the largest. */
    where({ unit, agency, place, nationwide }: Holding): string {
      const parts = [unit, agency?.name, place === null ? undefined : named(place)];
      if (nationwide) parts.push(t('holding.nationwide'));
      return parts.filter(Boolean).join(', ');
    },
    period({ validFrom, validTo }: Holding): string {
      const from = formatDay(validFrom);
      return validTo === null
        ? t('holding.period.open', { from })
        : t('holding.period', { from, to: formatDay(validTo) });
    },
    standing({ standing, endedAt }: Holding): string {
      return endedAt === null
        ? t(`holding.standing.${standing}`)
        : t('holding.standing.endedAt', { when: formatInstant(endedAt) });
    },
    state({ state, disabledAt, invitedUntil }: Account): string {
      if (disabledAt !== null) return t('accounts.disabled', { when: formatInstant(disabledAt) });
      if (state === 'live') return t('accounts.live');
      return invitedUntil === null
        ? t('accounts.invited.noCode')
        : t('accounts.invited', { until: formatInstant(invitedUntil) });
    },
  };
}
