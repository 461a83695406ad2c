import type { TargetLine } from '@mangnon/domain/law/texts.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import classes from '../law.module.css';
import { useTargetWords } from '../target/target-words.ts';
import { TrustWords } from '../trust-words.tsx';

/** The figures a text sets; each leads to its page. */
export function TextTargets({ targets }: { targets: readonly TargetLine[] }) {
  const t = useText();
  const words = useTargetWords();
  if (targets.length === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="chi-tieu">
      <h2 id="chi-tieu">{t('plan.targets')}</h2>
      <DataTable
        label={t('plan.targets')}
        rows={targets}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'words',
            label: t('plan.targets.column.text'),
            heads: true,
            render: (target) => (
              <PageLink to="/chi-tieu/$targetId" params={{ targetId: target.id }}>
                {target.words}
              </PageLink>
            ),
          },
          { key: 'level', label: t('plan.targets.column.level'), numeric: true, render: words.goal },
          {
            key: 'year',
            label: t('plan.targets.column.year'),
            numeric: true,
            render: ({ year }) => (year === null ? t('law.target.everyYear') : String(year)),
          },
          { key: 'article', label: t('law.column.article'), render: ({ article }) => article ?? t('law.unknown') },
          { key: 'trust', label: t('law.column.trust'), render: ({ trust }) => <TrustWords trust={trust} /> },
        ]}
      />
    </section>
  );
}
