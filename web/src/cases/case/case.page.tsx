import type { CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import classes from '../../children/children.module.css';
import { useNameText } from '../../children/shown-name.tsx';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { isRefusal } from '../../platform/refusal-error.ts';
import { caseQuery } from '../cases.queries.ts';
import { OutsideCase } from '../glass/outside-case.tsx';
import { CaseGroups } from './case-groups.tsx';
import { CloseCase } from './close-case.tsx';
import { HandedOn } from './handed-on.tsx';

const route = getRouteApi('/frame/ho-so/$caseId');

/** One case: what this person's post may know, who works on it, and what may be done. */
export function CasePage() {
  const t = useText();
  const { caseId } = route.useParams();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (isRefusal(error, 'cases.not_found')) return <OutsideCase caseId={caseId} error={error} />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <output>{t('app.loading', { what: t('cases.what.one') })}</output>;
  return <CaseView file={data} />;
}

function CaseView({ file }: { file: CaseFile }) {
  const t = useText();
  const nameText = useNameText();
  const queryClient = useQueryClient();
  const name = nameText(file.child.name);
  const take = (next: CaseFile) => queryClient.setQueryData(caseQuery(file.id).queryKey, next);
  return (
    <>
      <Crumbs trail={[{ label: t('cases.title'), to: '/ho-so' }]} here={name} />
      <PageHeading
        title={t('cases.heading', { name })}
        documentTitle={t('cases.what.one')}
        state={`${t(`cases.state.${file.state}`)}. ${
          file.risk === null ? t('cases.risk.none') : t('cases.risk', { level: file.risk })
        }.`}
        action={file.can.includes('close') ? <CloseCase file={file} onDone={take} /> : undefined}
      />
      <dl className={classes['facts']}>
        <div>
          <dt>{t('cases.column.child')}</dt>
          <dd>
            <PageLink to="/tre-em/$childId" params={{ childId: file.child.id }}>
              {name}
            </PageLink>
          </dd>
        </div>
        <div>
          <dt>{t('children.column.place')}</dt>
          <dd>
            {file.place.name}, {file.province.name}
          </dd>
        </div>
        <div>
          <dt>{t('cases.column.received')}</dt>
          <dd>{formatInstant(file.receivedAt)}</dd>
        </div>
        <div>
          <dt>{t('cases.opened')}</dt>
          <dd>{t('cases.byAt', { by: file.openedBy, at: formatInstant(file.openedAt) })}</dd>
        </div>
        {file.closedAt === null ? null : (
          <div>
            <dt>{t('cases.closedAt')}</dt>
            <dd>{formatInstant(file.closedAt)}</dd>
          </div>
        )}
      </dl>
      <div className={classes['sections']}>
        <CaseGroups file={file} onDone={take} />
        <HandedOn file={file} onDone={take} />
      </div>
    </>
  );
}
