import type { CaseLine } from '@mangnon/domain/cases/cases.api.ts';
import { ShownName } from '../../children/shown-name.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';

/** Each row leads to the case by the name of the child. */
export function CaseTable({ label, rows }: { label: string; rows: readonly CaseLine[] }) {
  const t = useText();
  const columns: readonly Column<CaseLine>[] = [
    {
      key: 'child',
      label: t('cases.column.child'),
      heads: true,
      width: '26%',
      render: ({ id, child }) => (
        <PageLink to="/ho-so/$caseId" params={{ caseId: id }}>
          <ShownName name={child.name} />
        </PageLink>
      ),
    },
    { key: 'place', label: t('children.column.place'), width: '20%', render: ({ place }) => place.name },
    { key: 'state', label: t('cases.column.state'), render: ({ state }) => t(`cases.state.${state}`) },
    {
      key: 'risk',
      label: t('cases.column.risk'),
      render: ({ risk }) => (risk === null ? t('cases.risk.none') : t('cases.risk', { level: risk })),
    },
    { key: 'received', label: t('cases.column.received'), render: ({ receivedAt }) => formatInstant(receivedAt) },
    {
      key: 'assigned',
      label: t('cases.column.assigned'),
      width: '18%',
      render: ({ assigned }) =>
        assigned.length === 0 ? t('cases.assigned.none') : assigned.map(({ name }) => name).join(', '),
    },
  ];
  return <DataTable label={label} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
