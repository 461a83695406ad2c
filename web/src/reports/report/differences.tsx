import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { readForm } from '../entry/entry-tools.ts';
import { tellValue } from '../entry/value-text.ts';

/** What a correction changes: each cell that differs from what was accepted. */
export function Differences({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { language } = useLanguage();
  if (page.version === 1 || page.state === 'accepted' || page.state === 'replaced') return null;
  const { names } = readForm(page);
  const rows = page.cells.filter(({ value, accepted }) => accepted !== null && !isSameValue(value, accepted));
  return (
    <section>
      <h2>{t('version.differences')}</h2>
      {rows.length === 0 ? (
        <p>{t('version.differences.none')}</p>
      ) : (
        <DataTable
          label={t('version.differences')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'cell',
              label: t('version.differences.cell'),
              heads: true,
              width: '50%',
              render: ({ key }) => names.get(key)?.[language] ?? key,
            },
            {
              key: 'before',
              label: t('version.differences.before'),
              render: ({ accepted }) => tellValue(accepted ?? undefined, language),
            },
            {
              key: 'after',
              label: t('version.differences.after'),
              render: ({ value }) => <strong>{tellValue(value, language)}</strong>,
            },
          ]}
        />
      )}
    </section>
  );
}
