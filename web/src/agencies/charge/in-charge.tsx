import type { DutyHolder, DutyLevel, InCharge as Answer } from '@mangnon/domain/agencies/in-charge.api.ts';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import { inChargeQuery } from '../agencies.queries.ts';
import { PhoneLink } from '../phone-link.tsx';
import { SourceWords } from '../source-words.tsx';
import shared from '../agencies.module.css';
import classes from './in-charge.module.css';

/** Who is in charge of children here on this day: the answer in one sentence, then each level with its legal basis. */
export function InCharge({ placeId, on }: { placeId: string; on: string }) {
  const t = useText();
  const found = useQuery(inChargeQuery(placeId, on));
  const answer = found.data;
  return (
    <section className={classes['answer']} aria-labelledby="phu-trach">
      <h2 id="phu-trach">{t('charge.title', { day: formatDay(answer?.on ?? on) })}</h2>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {answer ? (
        <output>
          {answer.known ? null : <p>{t('charge.unknown')}</p>}
          {answer.grounds.length === 0 ? <p>{t('charge.none')}</p> : null}
          {answer.grounds.map((ground) => (
            <Ground key={ground.place.id} ground={ground} alone={answer.grounds.length === 1} />
          ))}
        </output>
      ) : null}
    </section>
  );
}

type GroundOfDay = Answer['grounds'][number];

/** The unit asked for, or one of those that stood there on the day. */
function Ground({ ground: { place, levels }, alone }: { ground: GroundOfDay; alone: boolean }) {
  const t = useText();
  // On a phone the answer comes first, and the table at a touch.
  const wide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const nearest = levels.find(({ holders }) => holders.length > 0);
  const authority = nearest?.holders.find(({ part }) => part === 'authority') ?? nearest?.holders[0];
  const rows = levels.flatMap((level): Row[] =>
    level.holders.length === 0 ? [{ level, holder: null }] : level.holders.map((holder) => ({ level, holder })),
  );
  return (
    <>
      {alone ? null : <h3>{t('charge.ground', { place: place.fullName })}</h3>}
      {authority === undefined ? (
        <p>{t('charge.none')}</p>
      ) : (
        <p className={classes['who']}>
          <strong>
            <HolderLink holder={authority} placeId={nearest?.place?.id ?? null} />
          </strong>
          {authority.accountable ? (
            <span>
              {t('charge.accountable', { title: authority.accountable.title, name: authority.accountable.name })}
            </span>
          ) : null}
          {authority.office?.phone ? <PhoneLink phone={authority.office.phone} name={authority.office.name} /> : null}
        </p>
      )}
      {authority === undefined ? null : (
        <p className={shared['soft']}>
          <SourceWords source={authority} />
        </p>
      )}
      <details open={alone && wide}>
        <summary>{t('charge.levels')}</summary>
        <LevelTable rows={rows} label={t('charge.table', { place: place.fullName })} />
      </details>
    </>
  );
}

interface Row {
  readonly level: DutyLevel;
  readonly holder: DutyHolder | null;
}

function LevelTable({ rows, label }: { rows: readonly Row[]; label: string }) {
  const t = useText();
  const words = useAgencyWords();
  const columns: readonly Column<Row>[] = [
    {
      key: 'level',
      label: t('charge.column.level'),
      heads: true,
      width: '14rem',
      render: ({ level }) => level.place?.fullName ?? t('place.chain.level.ministry'),
    },
    {
      key: 'agency',
      label: t('charge.column.agency'),
      render: ({ level, holder }) =>
        holder === null ? (
          <span className={shared['soft']}>{t('charge.nobody')}</span>
        ) : (
          <>
            <HolderLink holder={holder} placeId={level.place?.id ?? null} />
            <br />
            <span className={shared['soft']}>
              {t(`charge.part.${holder.part}`)}
              {holder.note ? ` · ${holder.note}` : null}
            </span>
          </>
        ),
    },
    {
      key: 'who',
      label: t('charge.column.who'),
      render: ({ holder }) =>
        holder?.accountable
          ? `${holder.accountable.name}, ${holder.accountable.title}`
          : holder
            ? t('charge.head.none')
            : '–',
    },
    {
      key: 'since',
      label: t('charge.column.since'),
      width: '11rem',
      render: ({ holder }) =>
        holder === null ? '–' : words.period({ validFrom: holder.since, validTo: holder.until }),
    },
    {
      key: 'basis',
      label: t('charge.column.basis'),
      width: '24%',
      render: ({ holder }) =>
        holder === null ? (
          '–'
        ) : (
          <>
            <SourceWords source={holder} />
            <br />
            <span className={shared['soft']}>{t(`charge.said.${holder.said}`)}</span>
          </>
        ),
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ level, holder }) => `${level.level} ${level.place?.id} ${holder?.agencyId} ${holder?.part}`}
    />
  );
}

function HolderLink({ holder, placeId }: { holder: DutyHolder; placeId: string | null }) {
  if (holder.office === null || placeId === null) {
    return (
      <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: holder.agencyId }}>
        {holder.agencyName}
      </PageLink>
    );
  }
  return (
    <PageLink to="/co-quan/noi/$placeId/$officeId" params={{ placeId, officeId: holder.office.id }}>
      {holder.office.name}
    </PageLink>
  );
}
