import type { Top, TopDuty } from '@mangnon/domain/law/top.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import classes from '../law.module.css';
import map from './top-map.module.css';
import { useTopWords } from './top-words.ts';

const parts = ['done', 'none', 'noPlan'] as const;

/** The duties one by one: how many places have made a task of it, and the rest; the three add up. */
export function TopDuties({ top }: { top: Top }) {
  const t = useText();
  const { language } = useLanguage();
  const { among } = useTopWords(top);
  const columns: Column<TopDuty>[] = [
    {
      key: 'words',
      label: t('law.column.duty'),
      heads: true,
      render: (duty) => (
        <>
          <span className={classes['soft']}>{top.duties.indexOf(duty) + 1}. </span>
          <PageLink to="/mach/$itemId" params={{ itemId: duty.id }}>
            {duty.words}
          </PageLink>
        </>
      ),
    },
    {
      key: 'share',
      label: t('law.top.share'),
      width: '18%',
      render: ({ counts }) => (
        <span className={map['bar']} aria-hidden>
          {parts.map((part) => (
            <span key={part} data-part={part} style={{ flexGrow: counts[part] }} />
          ))}
        </span>
      ),
    },
    ...parts.map((part): Column<TopDuty> => ({
      key: part,
      label: t(`law.top.${part}`),
      numeric: true,
      render: ({ counts }) => formatNumber(counts[part], language),
    })),
  ];
  return (
    <section className={classes['section']} aria-labelledby="theo-nhiem-vu">
      <h2 id="theo-nhiem-vu">{t('law.top.byDuty')}</h2>
      <p className={classes['soft']}>{t('law.top.byDuty.what', { among })}</p>
      <DataTable label={t('law.top.byDuty')} columns={columns} rows={top.duties} rowKey={({ id }) => id} />
    </section>
  );
}
