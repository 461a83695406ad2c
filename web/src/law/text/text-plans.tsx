import type { TextPage } from '@mangnon/domain/law/texts.api.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DocumentLink } from '../document-link.tsx';
import classes from '../law.module.css';

/** The plans that carry a text out, with how many of its duties each has made a task of. */
export function TextPlans({ page: { plans, duties } }: { page: TextPage }) {
  const t = useText();
  return (
    <section className={classes['section']} aria-labelledby="ai-thuc-hien">
      <h2 id="ai-thuc-hien">{t('law.plans')}</h2>
      {plans.length === 0 ? (
        <p>{t('law.plans.none')}</p>
      ) : (
        <DataTable
          label={t('law.plans')}
          rows={plans}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'plan',
              label: t('law.column.plan'),
              heads: true,
              render: (plan) => (
                <>
                  <DocumentLink document={plan} /> <span className={classes['soft']}>{plan.title}</span>
                </>
              ),
            },
            { key: 'place', label: t('law.column.place'), render: (plan) => plan.placeName ?? t('law.place.unknown') },
            {
              key: 'linked',
              label: t('law.column.linked'),
              numeric: true,
              render: (plan) =>
                duties.length === 0 ? '–' : t('law.of', { some: plan.linkedDuties, all: duties.length }),
            },
          ]}
        />
      )}
    </section>
  );
}
