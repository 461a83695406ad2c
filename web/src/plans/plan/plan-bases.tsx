import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SourceButton } from './plan-source.tsx';
import classes from './plan.module.css';

/** The texts the plan rests on; one that stands here as a plan is a link to it. */
export function PlanBases({ bases }: { bases: Plan['legalBases'] }) {
  const t = useText();
  const unknown = t('plans.unknown');
  return (
    <section aria-labelledby="can-cu" className={classes['section']}>
      <h2 id="can-cu">{t('plan.bases')}</h2>
      {bases.length === 0 ? (
        <p>{t('plan.bases.empty')}</p>
      ) : (
        <DataTable
          label={t('plan.bases')}
          rows={bases}
          rowKey={(basis) => basis.id}
          columns={[
            {
              key: 'text',
              label: t('plan.bases.column.text'),
              heads: true,
              render: (basis) => (
                <>
                  <SourceButton factId={basis.id} hasSource={basis.span !== null}>
                    {t('plan.bases.text', { kind: basis.kind, number: basis.number })}
                  </SourceButton>
                  {basis.planId ? (
                    <p className="not-printed">
                      <PageLink to="/ke-hoach/$planId" params={{ planId: basis.planId }}>
                        {t('plan.bases.here')}
                      </PageLink>
                    </p>
                  ) : null}
                </>
              ),
            },
            {
              key: 'issuer',
              label: t('plan.bases.column.issuer'),
              render: (basis) => basis.issuer ?? unknown,
            },
            {
              key: 'issued',
              label: t('plan.bases.column.issued'),
              render: (basis) => (basis.issuedOn ? formatDay(basis.issuedOn) : unknown),
            },
          ]}
        />
      )}
    </section>
  );
}
