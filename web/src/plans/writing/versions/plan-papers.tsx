import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { getPlanPaper, getTaskList } from '@mangnon/domain/plans/writing/versions.api.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../platform/api.ts';
import { useText } from '../../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../../platform/links.tsx';
import { useMay } from '../../../platform/session.queries.ts';
import { ExportButton } from '../../../platform/workbook/export-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { planVersionsQuery } from '../writing.queries.ts';
import classes from '../editor/editor.module.css';

/** Of an adopted plan: what amends or replaces it, its papers, and how to go on from it. */
export function PlanPapers({ plan }: { plan: Plan }) {
  const t = useText();
  const may = useMay();
  const versions = useQuery(planVersionsQuery(plan.id)).data;
  const params = { planId: plan.id };
  const earlier = versions?.earlier ?? null;
  const paper = (form: 'word' | 'pdf') => () => call(getPlanPaper, { params, query: { form } });
  const tasks = (form: 'word' | 'workbook') => () => call(getTaskList, { params, query: { form } });
  const done = ({ fileName }: { fileName: string }) => fileName;
  return (
    <section className={`${classes['papers']} not-printed`} aria-label={t('writing.papers')}>
      {versions?.later.map((later) => (
        <Notice key={later.planId} tone="doubt" title={t(`writing.later.${later.relation}`)}>
          <p>
            <PageLink to="/ke-hoach/$planId" params={{ planId: later.planId }}>
              {later.number ?? later.title}
            </PageLink>
            {'. '}
            <PageLink to="/ke-hoach/$planId/so-sanh" params={{ planId: later.planId }}>
              {t('writing.compare')}
            </PageLink>
          </p>
        </Notice>
      ))}
      {earlier === null ? null : (
        <p>
          {t(`writing.from.${earlier.relation}`)}{' '}
          <PageLink to="/ke-hoach/$planId" params={{ planId: earlier.planId }}>
            {earlier.number ?? earlier.title}
          </PageLink>
          {'. '}
          <PageLink to="/ke-hoach/$planId/so-sanh" params={params}>
            {t('writing.compare')}
          </PageLink>
        </p>
      )}
      <div className={classes['tools']}>
        {versions?.written === true ? (
          <>
            <ExportButton label={t('writing.papers.word')} load={paper('word')} tellDone={done} />
            <ExportButton label={t('writing.papers.pdf')} load={paper('pdf')} tellDone={done} />
          </>
        ) : null}
        <ExportButton label={t('writing.papers.tasks')} load={tasks('word')} tellDone={done} />
        <ExportButton label={t('writing.papers.sheet')} load={tasks('workbook')} tellDone={done} />
        {may('plans.writing.edit') ? (
          <ButtonLink variant="default" to="/ke-hoach/soan-thao/moi" search={{ keHoach: plan.id, tu: 'higher' }}>
            {t('writing.goOn')}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  );
}
