import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { useSession } from '../../platform/session.queries.ts';
import classes from './glass.module.css';

const minute = 60_000;

/** On every page of who has opened cases in need, with the minutes left; at their end everything is asked for anew. */
export function GlassBanner() {
  const { brokenGlass } = useSession();
  return brokenGlass.map((glass) => <OpenGlass key={glass.id} {...glass} />);
}

function OpenGlass({ caseId, until }: { caseId: string; until: string }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const end = Date.parse(until);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= end) void queryClient.invalidateQueries();
    }, 10_000);
    return () => clearInterval(timer);
  }, [end, queryClient]);
  const minutes = Math.max(0, Math.ceil((end - now) / minute));
  return (
    <output className={`${classes['banner']} not-printed`}>
      {t('glass.banner', { minutes, until: formatInstant(until) })}{' '}
      <PageLink to="/ho-so/$caseId" params={{ caseId }} className={classes['bannerLink'] ?? ''}>
        {t('glass.banner.go')}
      </PageLink>
    </output>
  );
}
