import type { TargetPage as Page } from '@mangnon/domain/law/target.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { PlaceBox } from '../../places/place-box.tsx';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { DocumentLink } from '../document-link.tsx';
import { useDocumentWords } from '../document-words.ts';
import { targetQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { LinkedTargets } from './linked-targets.tsx';
import { StandingMark } from './standing-mark.tsx';
import { TargetHistory } from './target-history.tsx';
import { TargetPicture } from './target-picture.tsx';
import { TargetYears } from './target-years.tsx';
import { useTargetWords } from './target-words.ts';
import { StartDialog, ValueDialog } from './figure.dialogs.tsx';

const route = getRouteApi('/frame/chi-tieu/$targetId');

/** A target: its level, where it starts, what was reached, how it stands. */
export function TargetPage() {
  const t = useText();
  const { targetId } = route.useParams();
  const { noi } = route.useSearch();
  const page = useQuery(targetQuery(targetId, noi ?? null));
  if (page.error) {
    return (
      <>
        <PageHeading title={t('law.target.title')} />
        <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      </>
    );
  }
  if (!page.data) return <output>{t('app.loading', { what: t('law.target.title') })}</output>;
  return <TargetView page={page.data} />;
}

function TargetView({ page }: { page: Page }) {
  const t = useText();
  const navigate = route.useNavigate();
  const documents = useDocumentWords();
  const words = useTargetWords();
  const [dialog, setDialog] = useState<'value' | 'start' | null>(null);
  const { target, document, place, start, standing, can } = page;
  const crumb =
    document.is === 'text'
      ? { label: documents.short(document), to: '/van-ban/$textId' as const, params: { textId: document.id } }
      : { label: documents.short(document), to: '/ke-hoach/$planId' as const, params: { planId: document.id } };
  const latest = standing.latest;
  return (
    <>
      <Crumbs trail={[crumb]} here={t('law.target.title')} />
      <PageHeading
        title={target.words}
        state={
          <>
            <StandingMark state={standing.state} /> {t(`law.why.${standing.why}`)}{' '}
            {latest
              ? t('law.target.latest', { year: String(latest.year), value: words.figure(latest.value, target.unit) })
              : ''}
          </>
        }
        action={
          can.edit ? (
            <>
              <Button onClick={() => setDialog('value')}>{t('law.value.add')}</Button>
              <Button variant="default" onClick={() => setDialog('start')}>
                {t('law.start.set')}
              </Button>
            </>
          ) : null
        }
      />
      <dl className={classes['facts']}>
        <Fact label={t('plan.targets.column.level')}>
          {words.goal(target)}
          {target.year === null ? null : `, ${t('law.target.by', { year: String(target.year) })}`}
        </Fact>
        <Fact label={t('law.target.goal')}>
          {standing.goal === null ? t('law.target.goal.none') : words.figure(standing.goal, goalUnit(target))}
        </Fact>
        <Fact label={t('law.start')}>
          <Start page={page} />
        </Fact>
        <Fact label={t('law.target.measure')}>{start?.measure ?? t('law.target.measure.none')}</Fact>
        <Fact label={t('plan.targets.column.owner')}>{target.owner.join('; ') || t('law.unknown')}</Fact>
        <Fact label={t('law.target.document')}>
          <DocumentLink document={document} /> {target.article ?? ''}
        </Fact>
        {target.note ? <Fact label={t('law.text.note')}>{target.note}</Fact> : null}
        <Fact label={t('law.column.place')}>{place?.name ?? t('law.target.wholeCountry')}</Fact>
      </dl>
      {target.origin === 'entered' ? (
        <div className={classes['tools']}>
          <div className={classes['search']}>
            <PlaceBox
              label={t('law.target.placeFigures')}
              description={t('agencies.place.hint')}
              on={getToday()}
              value={place ? { id: place.id, fullName: place.name, above: '' } : null}
              onPlace={(chosen) => void navigate({ search: chosen ? { noi: chosen.id } : {} })}
            />
          </div>
        </div>
      ) : null}
      <TargetPicture page={page} />
      <TargetYears page={page} />
      <LinkedTargets page={page} />
      <TargetHistory history={page.history} unit={target.unit} />
      {dialog === 'value' ? <ValueDialog page={page} onClose={() => setDialog(null)} /> : null}
      {dialog === 'start' ? <StartDialog page={page} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** «giảm 20 %» of a count is a count: its unit is not told. */
function goalUnit({ comparator, unit }: Page['target']): string {
  return comparator === 'decrease_by' || comparator === 'increase_by' ? '' : unit;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Start({ page: { start, target } }: { page: Page }) {
  const t = useText();
  const words = useTargetWords();
  if (start === null) return t('law.start.none');
  if (start.against === 'previous_year') return t('law.start.previous');
  if (start.value === null) return t('law.start.none');
  return (
    <>
      {t('law.start.value', { value: words.figure(start.value, goalUnit(target)), year: String(start.year) })}{' '}
      <span className={classes['soft']}>
        {start.source} · {t('law.by', { by: start.by, at: formatInstant(start.at) })}
      </span>
    </>
  );
}
