import type { MovedAgency } from '@mangnon/domain/agencies/moved-agency.ts';
import { dutyWords } from '@mangnon/domain/agencies/duty.ts';
import { formatDay } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import classes from './plan.module.css';

/** Under the name of an agency that has ended since: who holds its duties today, children first. */
export function MovedHint({ moved }: { moved: MovedAgency | undefined }) {
  const t = useText();
  const { language } = useLanguage();
  if (moved === undefined) return null;
  const [first] = moved.duties;
  const holder = first?.steps.at(-1);
  const what = first?.words ?? first?.duties.map((duty) => dutyWords[duty][language]).join('; ') ?? '';
  return (
    <p className={classes['soft']}>
      {holder === undefined
        ? t('plan.moved.unknown', { ended: formatDay(moved.endedOn) })
        : t(what === '' ? 'plan.moved.whole' : 'plan.moved', {
            ended: formatDay(moved.endedOn),
            what,
            name: holder.agencyName,
            since: formatDay(holder.on),
          })}{' '}
      <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: moved.agencyId }}>
        {t('plan.moved.more')}
      </PageLink>
    </p>
  );
}
