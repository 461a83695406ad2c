import { addFigures, fewestForShare, judgeShare } from '@mangnon/domain/tasks/unit-figures.ts';
import type { Heads } from '@mangnon/domain/tasks/units.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { PlaceBox } from '../../places/place-box.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { headsQuery } from '../tasks.queries.ts';
import { Deciders } from './deciders.tsx';
import { HeadRows } from './head-rows.tsx';
import { Moves } from './moves.tsx';
import classes from './units.module.css';

const route = getRouteApi('/frame/nguoi-dung-dau');

/** What the head of each unit in reach answers for: overdue, late, covered up by a late entry, waiting for a decision. */
export function HeadsPage() {
  const t = useText();
  const { noi } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(headsQuery(noi));
  const page = found.data;
  return (
    <>
      <PageHeading
        title={t('accountable.title')}
        state={page && page.rows.length > 0 ? <State page={page} /> : undefined}
      />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className={classes['tools']}>
        <div className={classes['place']}>
          <PlaceBox
            label={t('accountable.place')}
            description={t('accountable.place.hint')}
            on={getToday()}
            value={null}
            onPlace={(chosen) => void navigate({ search: chosen === null ? {} : { noi: chosen.id } })}
          />
        </div>
        <div className={classes['links']}>
          {noi === undefined ? null : (
            <ButtonLink variant="default" to="/nguoi-dung-dau" search={{}}>
              {t('accountable.own')}
            </ButtonLink>
          )}
          {page ? <CompareLinks page={page} /> : null}
        </div>
      </div>
      {page === undefined ? (
        found.error ? null : (
          <output>{t('app.loading', { what: t('accountable.what') })}</output>
        )
      ) : (
        <>
          <p className={classes['soft']}>
            {page.within.length === 0
              ? t('accountable.scope.nation')
              : t('accountable.scope', { places: page.within.map(({ name }) => name).join(', ') })}
          </p>
          {page.rows.length === 0 ? (
            <EmptyState
              title={t('accountable.none')}
              action={<ButtonLink to="/ke-hoach">{t('accountable.none.plans')}</ButtonLink>}
            >
              <p>{t('accountable.none.text')}</p>
            </EmptyState>
          ) : (
            <>
              <Deciders deciders={page.deciders} today={page.today} />
              <section aria-labelledby="tung-don-vi" className={classes['section']}>
                <h2 id="tung-don-vi">{t('accountable.units')}</h2>
                <p className={`${classes['soft']} ${classes['finding']}`}>
                  {t('accountable.units.hint')} {t('figures.denominator')}
                  {page.rows.some(({ counts }) => judgeShare(counts) === 'few')
                    ? ` ${t('compare.few', { count: fewestForShare })}`
                    : ''}
                </p>
                <HeadRows rows={page.rows} />
              </section>
              <Moves moves={page.moves} />
            </>
          )}
        </>
      )}
    </>
  );
}

function State({ page }: { page: Heads }) {
  const t = useText();
  const { counts, coveredUp } = addFigures(page.rows);
  const late = page.rows.filter((row) => row.counts.under_way_overdue > 0);
  const units = new Set(late.map(({ unit }) => `${unit.agencyId} ${unit.placeId}`)).size;
  return <>{t('accountable.state', { overdue: counts.under_way_overdue, units, covered: coveredUp })}</>;
}

/** The sister units of the one place that is looked over. */
function CompareLinks({ page }: { page: Heads }) {
  const t = useText();
  const [place, other] = page.within;
  if (place === undefined || other !== undefined) return null;
  const communes = page.rows.some(({ unit }) => unit.placeId !== place.placeId);
  return (
    <>
      {communes ? (
        <ButtonLink variant="default" to="/nguoi-dung-dau/so-sanh" search={{ noi: place.placeId, theo: 'place' }}>
          {t('accountable.compare.communes')}
        </ButtonLink>
      ) : null}
      <ButtonLink variant="default" to="/nguoi-dung-dau/so-sanh" search={{ noi: place.placeId, theo: 'agency' }}>
        {t('accountable.compare.agencies')}
      </ButtonLink>
    </>
  );
}
