import type { BadImportedRow, ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { Button } from '@mantine/core';
import { useLanguage, useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What a workbook would change, or the rows that keep it from being written. */
export function ImportPreviewView({
  shown,
  writing,
  onWrite,
}: {
  shown: ImportPreview;
  writing: boolean;
  onWrite: () => void;
}) {
  const t = useText();
  const changeColumns = useChangeColumns();
  const { counts, changes, badRowCount } = shown;
  if (badRowCount > 0) return <BadRows shown={shown} />;
  const total = counts.unitsAdded + counts.unitsChanged + counts.successionsAdded + counts.successionsChanged;
  if (total === 0) return <Notice tone="calm" title={t('exchange.import.nothing')} />;
  return (
    <>
      <output>{t('exchange.import.will', counts)}</output>
      <Button disabled={writing} onClick={onWrite}>
        {t('exchange.import.write')}
      </Button>
      {changes.length < total ? <p>{t('exchange.import.more', { shown: changes.length })}</p> : null}
      <DataTable
        label={t('exchange.import.table')}
        columns={changeColumns}
        rows={changes}
        rowKey={({ what, id }) => `${what} ${id}`}
      />
    </>
  );
}

function BadRows({ shown: { badRows, badRowCount } }: { shown: ImportPreview }) {
  const t = useText();
  const { language } = useLanguage();
  const columns: readonly Column<BadImportedRow & { readonly at: number }>[] = [
    { key: 'where', label: t('exchange.column.where'), heads: true, render: (bad) => tellWhere(bad) },
    { key: 'problem', label: t('exchange.column.problem'), render: ({ message }) => message[language] },
  ];
  return (
    <>
      <Notice tone="danger" title={t('exchange.import.bad', { count: badRowCount })} alert>
        <p>
          {t('exchange.import.bad.what')}{' '}
          {badRows.length < badRowCount ? t('exchange.import.bad.more', { shown: badRows.length }) : null}
        </p>
      </Notice>
      <DataTable
        label={t('exchange.import.bad.table')}
        columns={columns}
        rows={badRows.map((bad, at) => ({ ...bad, at }))}
        rowKey={({ at }) => String(at)}
      />
    </>
  );

  function tellWhere({ sheet, row, column }: BadImportedRow): string {
    if (sheet === null || row === null) return t('exchange.where.none');
    return column === null ? t('exchange.where', { sheet, row }) : t('exchange.where.column', { sheet, row, column });
  }
}

type Change = ImportPreview['changes'][number];

function useChangeColumns(): readonly Column<Change>[] {
  const t = useText();
  const empty = t('exchange.field.empty');
  return [
    { key: 'what', label: t('exchange.column.what'), render: ({ what }) => t(`exchange.what.${what}`) },
    { key: 'name', label: t('exchange.column.name'), heads: true, render: ({ name }) => name },
    {
      key: 'fields',
      label: t('exchange.column.fields'),
      render: ({ fields }) =>
        fields
          .map(({ column, before, after }) =>
            t('exchange.field', { column, before: before || empty, after: after || empty }),
          )
          .join('; '),
    },
  ];
}
