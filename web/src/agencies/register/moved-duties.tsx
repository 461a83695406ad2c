import type { MovedAgency } from '@mangnon/domain/agencies/moved-agency.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { SourceWords } from '../source-words.tsx';

/** An agency that has ended: who holds each of its duties now, and by what text it went there. */
export function MovedDuties({ moved }: { moved: MovedAgency }) {
  const t = useText();
  const words = useAgencyWords();
  return (
    <div className={classes['moved']}>
      <Notice
        tone="calm"
        title={t('moved.title', { name: moved.agencyName, ended: formatDay(moved.endedOn), day: formatDay(moved.on) })}
      >
        {moved.duties.length === 0 ? <p>{t('moved.none')}</p> : null}
        <ul className={classes['list']}>
          {moved.duties.map(({ words: said, duties, steps }) => {
            const holder = steps.at(-1);
            return (
              <li key={`${said} ${holder?.agencyId}`}>
                <strong>{said ?? (duties.map(words.duty).join('; ') || t('moved.whole'))}</strong>:{' '}
                {steps.map((step, at) => (
                  <span key={`${step.agencyId} ${step.on}`}>
                    {at > 0 ? ' → ' : null}
                    <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: step.agencyId }}>
                      {step.agencyName}
                    </PageLink>{' '}
                    {t('moved.since', { day: formatDay(step.on) })} (<SourceWords source={step} />)
                  </span>
                ))}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}
