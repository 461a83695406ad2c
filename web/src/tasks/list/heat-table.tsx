import { countStatuses, taskStatuses, type StatusCounts } from '@mangnon/domain/tasks/task-status.ts';
import type { getHeat } from '@mangnon/domain/tasks/tasks.api.ts';
import type { z } from 'zod';
import { useText } from '../../platform/language.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly counts: StatusCounts;
}

/** The figures of the picture: how many sentences of each unit stand in each status. */
export function HeatTable({ heat }: { heat: z.infer<typeof getHeat.response> }) {
  const t = useText();
  const rows: Row[] = heat.units.map((unit, at) => ({
    key: `${unit.agencyId} ${unit.placeId}`,
    name: unit.name,
    counts: countStatuses(heat.cells.filter((cell) => cell.unit === at).map(({ status }) => status)),
  }));
  const columns: Column<Row>[] = [
    { key: 'unit', label: t('heat.unit'), heads: true, width: '34%', render: ({ name }) => name },
    ...taskStatuses
      .filter((status) => heat.cells.some((cell) => cell.status === status))
      .map((status) => ({
        key: status,
        label: t(`tasks.status.${status}`),
        numeric: true,
        render: ({ counts }: Row) => counts[status],
      })),
  ];
  return <DataTable label={t('heat.table')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
