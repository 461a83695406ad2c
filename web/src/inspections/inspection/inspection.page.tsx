import { callOffInspection, type Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { WordsForm } from '../../tasks/task/words-form.tsx';
import classes from '../inspections.module.css';
import { inspectionQuery } from '../inspections.queries.ts';
import { Conclusions } from './conclusions.tsx';
import { PlanVisitForm } from './plan-visit.form.tsx';
import { UnitPart } from './unit-part.tsx';

const route = getRouteApi('/frame/kiem-tra/$inspectionId');

/** One inspection: whose it is, its visits and findings by unit, its conclusion and what became of it. */
export function InspectionPage() {
  const t = useText();
  const { inspectionId } = route.useParams();
  const { data, error, refetch } = useQuery(inspectionQuery(inspectionId));
  if (!data && error) {
    return (
      <>
        <PageHeading title={t('inspections.one')} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        <p>
          <PageLink to="/kiem-tra">{t('inspections.toList')}</PageLink>
        </p>
      </>
    );
  }
  if (!data) return <output>{t('app.loading', { what: t('inspections.one.what') })}</output>;
  return <InspectionView inspection={data} />;
}

function InspectionView({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const asked = useLocation({ select: ({ hash }) => hash });
  // What a line of «My work» speaks of comes into sight once the page is there.
  useEffect(() => {
    if (asked !== '') document.getElementById(asked)?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const { plan, units, can, calledOff } = inspection;
  const visits = units.flatMap((unit) => unit.visits);
  const open = inspection.conclusions.flatMap(({ recommendations }) => recommendations);
  const count = <T extends { readonly stand: string }>(all: readonly T[], stand: T['stand']) =>
    all.filter((one) => one.stand === stand).length;
  return (
    <>
      <Crumbs
        trail={[
          { label: t('inspections.title'), to: '/kiem-tra' },
          { label: plan.number ?? plan.title, to: '/ke-hoach/$planId', params: { planId: plan.id } },
        ]}
        here={t(`inspections.kind.${inspection.kind}`)}
      />
      <PageHeading
        title={t('inspections.heading', {
          kind: t(`inspections.kind.${inspection.kind}`),
          plan: plan.number ?? plan.title,
        })}
        state={t('inspections.one.state', {
          lead: inspection.lead.name,
          from: formatDay(inspection.startsOn),
          to: formatDay(inspection.endsOn),
          visits: count(visits, 'overdue'),
          overdue: count(open, 'overdue'),
        })}
        action={
          can.change ? (
            <ButtonLink variant="default" to="/kiem-tra/$inspectionId/sua" params={{ inspectionId: inspection.id }}>
              {t('inspections.change')}
            </ButtonLink>
          ) : null
        }
      />
      {calledOff === null ? null : (
        <p className={classes['written']}>
          <strong>{t('inspections.calledOff', { day: formatDay(calledOff.on) })}</strong> {calledOff.reason} (
          {t('task.byAt', { by: calledOff.by.name, at: formatInstant(calledOff.at) })})
        </p>
      )}
      <Facts inspection={inspection} />
      {calledOff === null ? <Conclusions inspection={inspection} /> : null}
      <section className={classes['part']}>
        <h2>{t('inspections.units')}</h2>
        {inspection.leads ? null : <p className={classes['soft']}>{t('inspections.units.own')}</p>}
        {units.length === 0 ? <p>{t('inspections.units.none')}</p> : null}
        {units.map((unit) => (
          <UnitPart key={unit.id} inspection={inspection} unit={unit} />
        ))}
        {can.planVisit ? <PlanVisitForm inspection={inspection} /> : null}
      </section>
      {can.callOff ? (
        <section className={`${classes['part']} not-printed`}>
          <h2>{t('inspections.callOff.title')}</h2>
          <p className={classes['soft']}>{t('inspections.callOff.hint')}</p>
          <WordsForm
            about={`callOff.${inspection.id}`}
            open={t('inspections.callOff')}
            label={t('inspections.callOff.reason')}
            day={{ label: t('inspections.callOff.day'), value: inspection.today }}
            danger
            act={({ words, day }) =>
              call(callOffInspection, { params: { inspectionId: inspection.id }, body: { on: day, reason: words } })
            }
          />
        </section>
      ) : null}
    </>
  );
}

function Facts({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const { members } = inspection;
  const rows = [
    [t('inspections.basis'), inspection.basis],
    [t('inspections.lead'), inspection.lead.name],
    [
      t('inspections.members'),
      members.length === 0
        ? t('inspections.members.none')
        : members.map(({ name, from }) => (from === '' ? name : `${name}, ${from}`)).join('\n'),
    ],
    [t('inspections.contents'), inspection.contents],
  ] as const;
  return (
    <dl className={classes['facts']}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
