import type { ChildLine } from '@mangnon/domain/children/children.api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { ShownName } from '../shown-name.tsx';

/** Each name leads to the record of the child. */
export function ChildTable({ label, rows }: { label: string; rows: readonly ChildLine[] }) {
  const t = useText();
  const columns: readonly Column<ChildLine>[] = [
    {
      key: 'name',
      label: t('children.column.name'),
      heads: true,
      width: '32%',
      render: ({ id, name }) => (
        <PageLink to="/tre-em/$childId" params={{ childId: id }}>
          <ShownName name={name} />
        </PageLink>
      ),
    },
    { key: 'born', label: t('children.column.born'), render: ({ birthYear }) => birthYear ?? t('children.unknown') },
    { key: 'place', label: t('children.column.place'), width: '26%', render: ({ place }) => place.name },
    { key: 'state', label: t('children.column.state'), render: ({ state }) => t(`children.state.${state}`) },
    { key: 'at', label: t('children.column.at'), render: ({ createdAt }) => formatInstant(createdAt) },
  ];
  return <DataTable label={label} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
