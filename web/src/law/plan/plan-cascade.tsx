import { decideCarriesOut, type Cascade } from '@mangnon/domain/law/cascade.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { DocumentLink } from '../document-link.tsx';
import { cascadeQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { CarriesOutDialog } from './carries-out.dialog.tsx';
import { PlanPlaceDialog } from './plan-place.dialog.tsx';

/** Where a plan stands between the law above it and the plans below it. Stands on the plan's page. */
export function PlanCascade({ planId }: { planId: string }) {
  const t = useText();
  const cascade = useQuery(cascadeQuery(planId));
  if (cascade.error) return <ErrorNotice error={cascade.error} onRetry={() => void cascade.refetch()} />;
  return (
    <section className={classes['section']} aria-labelledby="can-cu-cap-tren">
      <h2 id="can-cu-cap-tren">{t('law.cascade')}</h2>
      {cascade.data ? (
        <CascadeView planId={planId} cascade={cascade.data} />
      ) : (
        <output>{t('law.cascade.loading')}</output>
      )}
    </section>
  );
}

function CascadeView({ planId, cascade }: { planId: string; cascade: Cascade }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'place' | 'higher' | null>(null);
  const { place, carriesOut, suggested, unknown, below, counts, can } = cascade;
  const decide = useMutation({
    mutationFn: (body: { higherId: string; state: 'linked' | 'refused' }) =>
      call(decideCarriesOut, { params: { planId }, body: { ...body, origin: 'suggested' } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['law'] }),
  });
  const linked = carriesOut.filter(({ state }) => state === 'linked');
  return (
    <>
      <div className={classes['line']}>
        <p>
          {place
            ? t('law.place.of', { place: place.name, how: t(`law.place.origin.${place.origin}`) })
            : t('law.place.unknown.ask')}
        </p>
        {can.setPlace ? (
          <Button size="compact-sm" variant="default" onClick={() => setDialog('place')}>
            {t(place ? 'law.place.change' : 'law.place.tell')}
          </Button>
        ) : null}
      </div>
      {decide.error ? <ErrorNotice error={decide.error} /> : null}
      {suggested.length > 0 ? (
        <>
          <h3>{t('law.cascade.suggested', { count: suggested.length })}</h3>
          <ul className={classes['list']}>
            {suggested.map(({ higher }) => (
              <li key={higher.id}>
                <div className={classes['line']}>
                  <span>
                    <DocumentLink document={higher} /> <span className={classes['soft']}>{higher.title}</span>
                  </span>
                  {can.link ? (
                    <span className={classes['buttons']}>
                      <Button
                        size="compact-sm"
                        disabled={decide.isPending}
                        onClick={() => decide.mutate({ higherId: higher.id, state: 'linked' })}
                      >
                        {t('law.cascade.carries')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={decide.isPending}
                        onClick={() => decide.mutate({ higherId: higher.id, state: 'refused' })}
                      >
                        {t('law.cascade.citesOnly')}
                      </Button>
                    </span>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('law.cascade.above')}</h3>
      {linked.length === 0 ? (
        <p>{t('law.cascade.above.none')}</p>
      ) : (
        <ul className={classes['list']}>
          {linked.map(({ higher, by, at }) => (
            <li key={higher.id}>
              <div className={classes['line']}>
                <span>
                  <DocumentLink document={higher} /> <span className={classes['soft']}>{higher.title}</span>{' '}
                  <span className={classes['soft']}>{t('law.by', { by, at: formatInstant(at) })}</span>
                </span>
                {can.link ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ higherId: higher.id, state: 'refused' })}
                  >
                    {t('law.links.unlink')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 ? (
        <p className={classes['soft']}>{t('law.cascade.unknown', { list: unknown.join('; ') })}</p>
      ) : null}
      <div className={`${classes['buttons']} not-printed`}>
        {linked.length > 0 ? (
          <ButtonLink variant="default" to="/ke-hoach/$planId/lien-ket" params={{ planId }}>
            {t('law.cascade.links', { linked: counts.linkedTasks, tasks: counts.tasks })}
          </ButtonLink>
        ) : null}
        {can.link ? (
          <Button variant="default" onClick={() => setDialog('higher')}>
            {t('law.cascade.add')}
          </Button>
        ) : null}
        <ButtonLink
          variant="default"
          to="/van-ban/$higherId/nhin-tu-tren"
          params={{ higherId: planId }}
          search={{ cap: 'xa' }}
        >
          {t('law.top.open')}
        </ButtonLink>
      </div>
      {below.length > 0 ? (
        <>
          <h3>{t('law.cascade.below', { count: below.length })}</h3>
          <ul className={classes['list']}>
            {below.map((plan) => (
              <li key={plan.id}>
                <DocumentLink document={plan} /> <span className={classes['soft']}>{plan.placeName}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {dialog === 'place' ? <PlanPlaceDialog planId={planId} onClose={() => setDialog(null)} /> : null}
      {dialog === 'higher' ? <CarriesOutDialog planId={planId} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
