import type { Top } from '@mangnon/domain/law/top.api.ts';
import { exportTop } from '@mangnon/domain/law/top.api.ts';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DocumentLink } from '../document-link.tsx';
import { useDocumentWords } from '../document-words.ts';
import { topQuery, type TopAsked } from '../law.queries.ts';
import classes from '../law.module.css';
import { TopDuties } from './top-duties.tsx';
import { TopMap } from './top-map.tsx';
import { TopTasksDialog, type Drilled } from './top-tasks.dialog.tsx';
import { useTopWords } from './top-words.ts';

const route = getRouteApi('/frame/van-ban/$higherId/nhin-tu-tren');

/** Each duty of a text or higher plan against the places that must carry it out. */
export function TopPage() {
  const t = useText();
  const { higherId } = route.useParams();
  const { cap, tinh } = route.useSearch();
  const asked: TopAsked =
    cap === 'xa' ? { level: 'commune', ...(tinh ? { within: tinh } : {}) } : { level: 'province' };
  const seen = useQuery(topQuery(higherId, asked));
  if (seen.error) {
    return (
      <>
        <PageHeading title={t('law.top.title')} />
        <ErrorNotice error={seen.error} onRetry={() => void seen.refetch()} />
      </>
    );
  }
  if (!seen.data) return <output>{t('app.loading', { what: t('law.top.title') })}</output>;
  return <TopView top={seen.data} asked={asked} />;
}

function TopView({ top, asked }: { top: Top; asked: TopAsked }) {
  const t = useText();
  const navigate = route.useNavigate();
  const documents = useDocumentWords();
  const words = useTopWords(top);
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const { higher } = top;
  const crumb =
    higher.is === 'text'
      ? { label: documents.short(higher), to: '/van-ban/$textId' as const, params: { textId: higher.id } }
      : { label: documents.short(higher), to: '/ke-hoach/$planId' as const, params: { planId: higher.id } };
  return (
    <>
      <Crumbs trail={[{ label: t('law.texts.title'), to: '/van-ban' }, crumb]} here={t('law.top.title')} />
      <PageHeading
        title={t('law.top.of', { name: documents.name(higher) })}
        state={words.finding}
        action={
          <ExportButton
            label={t('law.top.export')}
            load={() => call(exportTop, { params: { higherId: higher.id }, query: asked })}
            tellDone={({ fileName, rows }) => t('law.top.export.done', { file: fileName, count: rows })}
          />
        }
      />
      <div className={classes['tools']}>
        <SegmentedControl
          aria-label={t('law.top.level')}
          value={asked.level}
          data={[
            { value: 'province', label: t('law.top.level.province') },
            { value: 'commune', label: t('law.top.level.commune') },
          ]}
          onChange={(level) => void navigate({ search: level === 'commune' ? { cap: 'xa' } : {} })}
        />
        {top.within ? (
          <PageLink to="/van-ban/$higherId/nhin-tu-tren" params={{ higherId: higher.id }} search={{ cap: 'xa' }}>
            {t('law.top.wholeCountry')}
          </PageLink>
        ) : null}
        <span className={classes['soft']}>{t('law.top.on', { day: formatDay(top.on) })}</span>
      </div>
      {top.duties.length === 0 ? (
        <EmptyState title={t('law.top.empty')} action={<DocumentLink document={higher} />}>
          <p>{t('law.top.empty.how')}</p>
        </EmptyState>
      ) : (
        <>
          <TopDuties top={top} />
          <TopMap
            top={top}
            onCell={(duty, place) =>
              setDrilled({
                higherId: higher.id,
                dutyId: duty.id,
                duty: duty.words,
                placeId: place.id,
                place: place.name,
                level: top.level,
              })
            }
          />
        </>
      )}
      {drilled ? <TopTasksDialog drilled={drilled} onClose={() => setDrilled(null)} /> : null}
    </>
  );
}
