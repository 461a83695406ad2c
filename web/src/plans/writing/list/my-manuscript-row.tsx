import type { WaitingManuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { PageLink } from '../../../platform/links.tsx';

/** What is asked of this person. */
const asked = {
  submitted: 'writing.work.toApprove',
  approved: 'writing.work.toIssue',
  sent_back: 'writing.state.sent_back',
} as const;

/** One line of «My work»: a plan being written that waits for approval or issue, or was sent back to this person. */
export function MyManuscriptRow({ row, state }: { row: WaitingManuscript; state: keyof typeof asked }) {
  const t = useText();
  return (
    <li>
      <PageLink to="/ke-hoach/soan-thao/$manuscriptId" params={{ manuscriptId: row.id }}>
        {t('writing.work.row', { title: row.title })}
      </PageLink>
      <span>{row.issuer}</span>
      <span>
        {t(`writing.work.${state}`, { by: row.by, at: formatInstant(row.since) })}
        {row.reason === null ? null : ` ${row.reason}`}
      </span>
      <strong>{t(asked[state])}</strong>
    </li>
  );
}
