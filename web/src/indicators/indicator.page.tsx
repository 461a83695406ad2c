import type { IndicatorPage as Page } from '@mangnon/domain/indicators/indicators.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../platform/crumbs.tsx';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useLanguage, useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { IndicatorFacts } from './indicator-facts.tsx';
import { indicatorQuery } from './indicators.queries.ts';
import classes from './indicators.module.css';
import { Versions } from './versions.tsx';

const route = getRouteApi('/frame/chi-so/$code');

/** One indicator: what it means, how it is computed, how far that can be relied on, how it is split, what it meant before. */
export function IndicatorPage() {
  const t = useText();
  const { code } = route.useParams();
  const page = useQuery(indicatorQuery(code));
  if (page.error) {
    return (
      <>
        <Crumbs trail={[{ label: t('indicators.title'), to: '/chi-so' }]} here={code} />
        <PageHeading title={t('error.title')} />
        <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      </>
    );
  }
  return page.data ? <View page={page.data} /> : <output>{t('app.loading', { what: t('indicators.one') })}</output>;
}

function View({ page }: { page: Page }) {
  const t = useText();
  const { language } = useLanguage();
  const shown = page.versions.find(({ version }) => version === page.current) ?? page.versions.at(-1);
  if (shown === undefined) return null;
  const kind = t(`indicators.kind.${shown.formula.kind}`);
  return (
    <>
      <Crumbs trail={[{ label: t('indicators.title'), to: '/chi-so' }]} here={shown.code} />
      <PageHeading title={shown.name[language]} state={t('indicators.heading', { kind, unit: shown.unit[language] })} />
      <section className={classes['section']} aria-labelledby="cach-tinh">
        <h2 id="cach-tinh">{t('indicators.formula')}</h2>
        <p className={classes['formula']}>{shown.formulaWords[language]}</p>
        <Named label={t('indicators.counts')} all={page.counts} />
        <Named label={t('indicators.usedBy')} all={page.usedBy} />
      </section>
      <section className={classes['section']} aria-labelledby="dinh-nghia">
        <h2 id="dinh-nghia">{t('indicators.definition')}</h2>
        <p>{shown.definition?.[language] ?? t('indicators.definition.none')}</p>
        {shown.note ? <p className={classes['soft']}>{shown.note[language]}</p> : null}
      </section>
      <section className={classes['section']} aria-labelledby="do-tin-cay">
        <h2 id="do-tin-cay">{t('indicators.trust')}</h2>
        <ul className={classes['list']}>
          {shown.trustWords.map((words) => (
            <li key={words.vi}>{words[language]}</li>
          ))}
        </ul>
      </section>
      <IndicatorFacts shown={shown} />
      <Breakdowns breakdowns={page.breakdowns} />
      <Versions versions={page.versions} current={page.current} />
    </>
  );
}

function Named({ label, all }: { label: string; all: Page['counts'] }) {
  const { language } = useLanguage();
  if (all.length === 0) return null;
  return (
    <>
      <h3>{label}</h3>
      <ul className={classes['list']}>
        {all.map(({ code, name }) => (
          <li key={code}>
            <PageLink to="/chi-so/$code" params={{ code }}>
              {name[language]}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
