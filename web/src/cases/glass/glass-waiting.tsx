import { useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { glassToReviewQuery } from '../cases.queries.ts';
import classes from './glass.module.css';

/** On every page of a supervisor, as long as broken glass waits for a review. */
export function GlassWaiting() {
  const t = useText();
  const may = useMay();
  const { data } = useQuery({ ...glassToReviewQuery, enabled: may('cases.glass.review') });
  if (!data || data.waiting === 0) return null;
  return (
    <output className={`${classes['waiting']} not-printed`}>
      {t('glass.waiting', { count: data.waiting })} <PageLink to="/mo-khan-cap">{t('glass.waiting.go')}</PageLink>
    </output>
  );
}
