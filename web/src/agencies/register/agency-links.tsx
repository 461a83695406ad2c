import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { SourceWords } from '../source-words.tsx';
import { TrustMark } from '../trust-mark.tsx';

type Link = AgencyPage['successors'][number];
type Transfer = AgencyPage['given'][number];

/** What came before and after the agency, and which duties went or came. */
export function AgencyLinks({
  page: { predecessors, successors, given, received },
}: {
  page: Pick<AgencyPage, 'predecessors' | 'successors' | 'given' | 'received'>;
}) {
  const t = useText();
  return (
    <>
      <section className={classes['section']} aria-labelledby="truoc-sau">
        <h2 id="truoc-sau">{t('agency.links')}</h2>
        {predecessors.length + successors.length === 0 ? (
          <p className={classes['soft']}>{t('agency.links.none')}</p>
        ) : null}
        {predecessors.length > 0 ? (
          <>
            <h3>{t('agency.predecessors')}</h3>
            <LinkTable label={t('agency.predecessors')} links={predecessors} />
          </>
        ) : null}
        {successors.length > 0 ? (
          <>
            <h3>{t('agency.successors')}</h3>
            <LinkTable label={t('agency.successors')} links={successors} />
          </>
        ) : null}
      </section>
      {given.length + received.length > 0 ? (
        <section className={classes['section']} aria-labelledby="chuyen">
          <h2 id="chuyen">{t('agency.transfers')}</h2>
          {given.length > 0 ? <TransferTable label={t('agency.given')} transfers={given} /> : null}
          {received.length > 0 ? <TransferTable label={t('agency.received')} transfers={received} /> : null}
        </section>
      ) : null}
    </>
  );
}

function AgencyLink({ agency }: { agency: Link['agency'] }) {
  return (
    <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: agency.id }}>
      {agency.name}
    </PageLink>
  );
}

function LinkTable({ label, links }: { label: string; links: readonly Link[] }) {
  const t = useText();
  const columns: readonly Column<Link>[] = [
    {
      key: 'name',
      label: t('register.column.name'),
      heads: true,
      render: ({ agency }) => <AgencyLink agency={agency} />,
    },
    { key: 'part', label: t('places.column.part'), render: ({ kind }) => t(`agency.part.${kind}`) },
    { key: 'day', label: t('places.column.day'), render: ({ on }) => formatDay(on) },
    { key: 'trust', label: t('places.column.trust'), render: ({ trust }) => <TrustMark trust={trust} /> },
  ];
  return <DataTable label={label} columns={columns} rows={links} rowKey={({ agency, on }) => `${agency.id} ${on}`} />;
}

function TransferTable({ label, transfers }: { label: string; transfers: readonly Transfer[] }) {
  const t = useText();
  const words = useAgencyWords();
  const columns: readonly Column<Transfer>[] = [
    {
      key: 'words',
      label: t('agency.duty'),
      heads: true,
      render: ({ words: said, duties }) => (
        <>
          {said}
          {duties.length > 0 ? (
            <>
              <br />
              <span className={classes['soft']}>{duties.map(words.duty).join('; ')}</span>
            </>
          ) : null}
        </>
      ),
    },
    { key: 'agency', label: label, render: ({ agency }) => <AgencyLink agency={agency} /> },
    { key: 'day', label: t('places.column.day'), render: ({ on }) => formatDay(on) },
    { key: 'basis', label: t('charge.column.basis'), render: (transfer) => <SourceWords source={transfer} /> },
  ];
  return <DataTable label={label} columns={columns} rows={transfers} rowKey={({ id }) => id} />;
}
