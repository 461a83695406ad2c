import type { BadSheetRow } from '@mangnon/domain/kernel/workbook/bad-row.ts';
import { Button } from '@mantine/core';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage, useText } from '../language.tsx';

/** One line of what a workbook would change. */
export interface WorkbookChange {
  readonly name: string;
  readonly fields: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

/** What every preview of a workbook tells, whatever it holds. */
export interface WorkbookPreview {
  readonly changes: readonly WorkbookChange[];
  readonly badRows: readonly BadSheetRow[];
  readonly badRowCount: number;
  readonly fingerprint: string;
}

/** The lines of a preview: what is done, to what, and for a change what differs. */
export function ChangeTable<Change extends WorkbookChange>({
  changes,
  tellWhat,
}: {
  changes: readonly Change[];
  tellWhat: (change: Change) => string;
}) {
  const t = useText();
  const empty = t('workbook.field.empty');
  const columns: readonly Column<Change & { readonly at: number }>[] = [
    { key: 'what', label: t('workbook.column.what'), width: '9rem', render: tellWhat },
    { key: 'name', label: t('workbook.column.name'), heads: true, render: ({ name }) => name },
    {
      key: 'fields',
      label: t('workbook.column.fields'),
      render: ({ fields }) =>
        fields
          .map(({ column, before, after }) =>
            before === ''
              ? t('workbook.field.new', { column, after })
              : t('workbook.field', { column, before, after: after || empty }),
          )
          .join('; ') || '–',
    },
  ];
  return (
    <DataTable
      label={t('workbook.table')}
      columns={columns}
      rows={changes.map((change, at) => ({ ...change, at }))}
      rowKey={({ at }) => String(at)}
    />
  );
}

/** What a workbook would change, or the rows that keep it from being written. */
export function WorkbookPreviewView<Preview extends WorkbookPreview>({
  shown,
  total,
  will,
  tellWhat,
  writing,
  onWrite,
}: {
  shown: Preview;
  /** How many changes there are; the preview holds the first of them. */
  total: number;
  /** The sentence that says what will be written. */
  will: string;
  tellWhat: (change: Preview['changes'][number]) => string;
  writing: boolean;
  onWrite: () => void;
}) {
  const t = useText();
  if (shown.badRowCount > 0) return <BadRows badRows={shown.badRows} count={shown.badRowCount} />;
  if (total === 0) return <Notice tone="calm" title={t('workbook.nothing')} />;
  return (
    <>
      <output>{will}</output>
      <Button disabled={writing} onClick={onWrite}>
        {t('workbook.write')}
      </Button>
      {shown.changes.length < total ? <p>{t('workbook.more', { shown: shown.changes.length })}</p> : null}
      <ChangeTable changes={shown.changes} tellWhat={tellWhat} />
    </>
  );
}

function BadRows({ badRows, count }: { badRows: readonly BadSheetRow[]; count: number }) {
  const t = useText();
  const { language } = useLanguage();
  const columns: readonly Column<BadSheetRow & { readonly at: number }>[] = [
    { key: 'where', label: t('workbook.column.where'), heads: true, render: (bad) => tellWhere(bad) },
    { key: 'problem', label: t('workbook.column.problem'), render: ({ message }) => message[language] },
  ];
  return (
    <>
      <Notice tone="danger" title={t('workbook.bad', { count })} alert>
        <p>
          {t('workbook.bad.what')} {badRows.length < count ? t('workbook.bad.more', { shown: badRows.length }) : null}
        </p>
      </Notice>
      <DataTable
        label={t('workbook.bad.table')}
        columns={columns}
        rows={badRows.map((bad, at) => ({ ...bad, at }))}
        rowKey={({ at }) => String(at)}
      />
    </>
  );

  function tellWhere({ sheet, row, column }: BadSheetRow): string {
    if (sheet === null || row === null) return t('workbook.where.none');
    return column === null ? t('workbook.where', { sheet, row }) : t('workbook.where.column', { sheet, row, column });
  }
}
