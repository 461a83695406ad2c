import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { describeTarget } from '../target-words.ts';
import { SourceButton } from './plan-source.tsx';
import classes from './plan.module.css';

export function PlanTargets({ targets }: { targets: Plan['targets'] }) {
  const t = useText();
  const { language } = useLanguage();
  const unknown = t('plans.unknown');
  return (
    <section aria-labelledby="chi-tieu" className={classes['section']}>
      <h2 id="chi-tieu">{t('plan.targets')}</h2>
      {targets.length === 0 ? (
        <p>{t('plan.targets.empty')}</p>
      ) : (
        <DataTable
          label={t('plan.targets')}
          rows={targets}
          rowKey={(target) => target.id}
          columns={[
            {
              key: 'text',
              label: t('plan.targets.column.text'),
              heads: true,
              render: (target) => (
                <SourceButton factId={target.id} hasSource={target.span !== null}>
                  {target.text}
                </SourceButton>
              ),
            },
            {
              key: 'level',
              label: t('plan.targets.column.level'),
              numeric: true,
              render: (target) => {
                const { key, values } = describeTarget(target, (value) => formatNumber(value, language));
                return t(key, values);
              },
            },
            {
              key: 'year',
              label: t('plan.targets.column.year'),
              numeric: true,
              render: (target) => (target.year === null ? unknown : String(target.year)),
            },
            {
              key: 'owner',
              label: t('plan.targets.column.owner'),
              width: '28%',
              render: (target) => target.owner.join('; ') || unknown,
            },
            {
              key: 'follow',
              label: t('law.follow.column'),
              render: (target) => (
                <PageLink to="/chi-tieu/$targetId" params={{ targetId: target.id }} className="not-printed">
                  {t('law.follow.target')}
                </PageLink>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
