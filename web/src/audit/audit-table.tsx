import { auditNamed, type AuditEntry } from '@mangnon/domain/access/audit.api.ts';
import { formatInstant } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { DataTable } from '../ui/data-table.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useAuditWords } from './audit-words.ts';

/** Names and records lead to the trail of that person, of that record. */
export function AuditTable({
  entries,
  names,
}: {
  entries: readonly AuditEntry[];
  names: Readonly<Record<string, string>>;
}) {
  const t = useText();
  const { tellAction, tellRecord } = useAuditWords(names);
  const columns: Column<AuditEntry>[] = [
    { key: 'at', label: t('audit.column.at'), whole: true, render: ({ at }) => formatInstant(at) },
    {
      key: 'person',
      label: t('audit.column.person'),
      render: ({ person }) =>
        person === null ? (
          t('audit.nobody')
        ) : (
          <PageLink
            to="/nhat-ky"
            search={(old) => ({ ...old, nguoi: person.id })}
            title={t('audit.person.only', { name: person.name })}
          >
            {person.name}
          </PageLink>
        ),
    },
    { key: 'action', label: t('audit.column.action'), heads: true, render: tellAction },
    {
      key: 'records',
      label: t('audit.column.records'),
      render: ({ records }) =>
        records.length === 0 ? (
          '–'
        ) : (
          <>
            {records.slice(0, auditNamed).map((record) => (
              <div key={record}>
                <PageLink
                  to="/nhat-ky"
                  search={(old) => ({ ...old, hoso: record })}
                  title={t('audit.record.only', { record: tellRecord(record) })}
                >
                  {tellRecord(record)}
                </PageLink>
              </div>
            ))}
            {records.length > auditNamed ? t('audit.recordsMore', { count: records.length - auditNamed }) : null}
          </>
        ),
    },
    { key: 'address', label: t('audit.column.address'), whole: true, render: ({ address }) => address },
  ];
  return <DataTable label={t('audit.table')} columns={columns} rows={entries} rowKey={({ id }) => String(id)} />;
}
