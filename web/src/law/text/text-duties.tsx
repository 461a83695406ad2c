import type { TextDuty } from '@mangnon/domain/law/texts.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import classes from '../law.module.css';
import { TrustWords } from '../trust-words.tsx';

/** What a text asks to be done; each leads to its thread. */
export function TextDuties({ duties }: { duties: readonly TextDuty[] }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <section className={classes['section']} aria-labelledby="nhiem-vu">
      <h2 id="nhiem-vu">{t('law.duties')}</h2>
      {duties.length === 0 ? (
        <p>{t('law.duties.none')}</p>
      ) : (
        <DataTable
          label={t('law.duties')}
          rows={duties}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'words',
              label: t('law.column.duty'),
              heads: true,
              render: (duty) => (
                <PageLink to="/mach/$itemId" params={{ itemId: duty.id }}>
                  {duty.words}
                </PageLink>
              ),
            },
            { key: 'article', label: t('law.column.article'), render: (duty) => duty.article ?? t('law.unknown') },
            { key: 'owner', label: t('law.column.owner'), render: (duty) => duty.owner ?? t('law.unknown') },
            { key: 'due', label: t('law.column.due'), render: (duty) => duty.due ?? t('law.unknown') },
            {
              key: 'trust',
              label: t('law.column.trust'),
              render: (duty) => <TrustWords trust={duty.trust} sourceUrl={duty.sourceUrl} />,
            },
            {
              key: 'tasks',
              label: t('law.column.tasks'),
              numeric: true,
              render: (duty) => formatNumber(duty.tasks, language),
            },
          ]}
        />
      )}
    </section>
  );
}
