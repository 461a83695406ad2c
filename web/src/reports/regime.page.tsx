import type { RegimePage as Page, RegimePeriod, ReportDuty } from '@mangnon/domain/reports/reports.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../platform/crumbs.tsx';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { ButtonLink, PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { DutyBar } from './duty-bar.tsx';
import { useRegimeName } from './regime-words.ts';
import { regimeQuery } from './reports.queries.ts';
import { SendingDialog } from './sending.dialog.tsx';
import { TellSender } from './tell-sender.tsx';
import classes from './reports.module.css';

const route = getRouteApi('/frame/che-do-bao-cao/$regimeId');

/** One reporting clause: what it asks, and for each period who has sent and who has not. */
export function RegimePage() {
  const t = useText();
  const page = useQuery(regimeQuery(route.useParams().regimeId));
  if (page.data) return <RegimeView page={page.data} />;
  if (!page.error) return <output>{t('app.loading', { what: t('reports.one') })}</output>;
  return (
    <>
      <Crumbs trail={[{ label: t('reports.title'), to: '/che-do-bao-cao' }]} here={t('reports.one')} />
      <PageHeading title={t('error.title')} />
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
    </>
  );
}

function RegimeView({ page: { regime, periods, today } }: { page: Page }) {
  const t = useText();
  const name = useRegimeName()(regime);
  const facts = [
    {
      key: 'plan',
      shown: (
        <PageLink to="/ke-hoach/$planId" params={{ planId: regime.plan.id }}>
          {regime.plan.number ?? regime.plan.title}
        </PageLink>
      ),
    },
    { key: 'senders', shown: regime.senders.map(({ printed }) => printed).join('; ') || t('reports.lack.senders') },
    { key: 'receiver', shown: regime.receiver ?? t('reports.lack.receiver') },
    ...(regime.via === null ? [] : [{ key: 'via', shown: regime.via } as const]),
    {
      key: 'valid',
      shown: t('reports.valid', { from: formatDay(regime.validFrom), to: formatDay(regime.validTo) }),
    },
  ] as const;
  return (
    <>
      <Crumbs trail={[{ label: t('reports.title'), to: '/che-do-bao-cao' }]} here={name} />
      <PageHeading
        title={name}
        state={regime.plan.title}
        action={
          <ButtonLink variant="default" to="/che-do-bao-cao/$regimeId/bieu-mau" params={{ regimeId: regime.id }}>
            {t('form.title')}
          </ButtonLink>
        }
      />
      <dl className={classes['facts']}>
        {facts.map(({ key, shown }) => (
          <div key={key}>
            <dt>{t(`reports.fact.${key}`)}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      {regime.lacks.length === 0 ? null : (
        <Notice
          tone="doubt"
          title={t('reports.lacks.title')}
          actions={regime.can.tellSender ? <TellSender regimeId={regime.id} /> : null}
        >
          <p>{t('reports.lacks', { what: regime.lacks.map((lack) => t(`reports.lack.${lack}`)).join('; ') })}</p>
        </Notice>
      )}
      {periods.map((period) => (
        <Period
          key={period.dueOn}
          regimeId={regime.id}
          period={period}
          today={today}
          seesSums={regime.can.seeSums && period.cutStart <= today}
        />
      ))}
    </>
  );
}

function Period({
  regimeId,
  period,
  today,
  seesSums,
}: {
  regimeId: string;
  period: RegimePeriod;
  today: string;
  seesSums: boolean;
}) {
  const t = useText();
  const [sending, setSending] = useState<ReportDuty | null>(null);
  const title = t('reports.due', { day: formatDay(period.dueOn) });
  return (
    <section className={classes['period']} aria-label={title}>
      <h2>{title}</h2>
      <p className={classes['soft']}>
        {t('reports.counted', { from: formatDay(period.cutStart), to: formatDay(period.cutEnd) })}
        {period.leavesTime ? null : ` ${t('reports.noTime')}`}
      </p>
      <DutyBar counts={period.counts} units={period.units.length} />
      {seesSums ? (
        <p>
          <PageLink to="/che-do-bao-cao/$regimeId/tong-hop/$dueOn" params={{ regimeId, dueOn: period.dueOn }}>
            {t('sums.open')}
          </PageLink>
        </p>
      ) : null}
      {period.units.length === 0 ? null : (
        <DataTable
          label={title}
          rows={period.units}
          rowKey={({ unit }) => `${unit.agencyId} ${unit.placeId}`}
          columns={[
            {
              key: 'unit',
              label: t('reports.column.unit'),
              heads: true,
              width: '30%',
              render: ({ unit }) => unit.name,
            },
            {
              key: 'state',
              label: t('reports.column.state'),
              render: ({ state }) => (
                <span className={classes['state']} data-state={state}>
                  {t(`reports.duty.${state}`)}
                </span>
              ),
            },
            {
              key: 'sent',
              label: t('reports.column.sent'),
              width: '34%',
              render: ({ sent }) =>
                sent === null ? (
                  '–'
                ) : (
                  <>
                    {t('reports.sent', { on: formatDay(sent.on), number: sent.number ?? t('reports.noNumber') })}
                    {sent.words === null ? null : <p>{sent.words}</p>}
                    <span className={classes['soft']}>
                      {' '}
                      {t('reports.entered', { by: sent.enteredBy, at: formatInstant(sent.enteredAt) })}
                    </span>
                  </>
                ),
            },
            {
              key: 'act',
              label: t('reports.column.act'),
              render: (duty) => (
                <span className={`${classes['acts']} not-printed`}>
                  <PageLink
                    to="/che-do-bao-cao/$regimeId/bao-cao"
                    params={{ regimeId }}
                    search={{ han: period.dueOn, coQuan: duty.unit.agencyId, diaBan: duty.unit.placeId }}
                  >
                    {t(duty.can.send ? 'version.board.write' : 'version.board.see')}
                  </PageLink>
                  {duty.can.send ? (
                    <Button size="xs" variant="default" onClick={() => setSending(duty)}>
                      {t('reports.send')}
                    </Button>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      )}
      {sending === null ? null : (
        <SendingDialog
          regimeId={regimeId}
          unit={sending.unit}
          dueOn={period.dueOn}
          today={today}
          onClose={() => setSending(null)}
        />
      )}
    </section>
  );
}
