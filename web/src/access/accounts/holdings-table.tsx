import type { Holding } from '@mangnon/domain/access/accounts.api.ts';
import { Button } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAccountWords } from './account-words.ts';

/** Every post of a person: those of today, those to come, those that are over. */
export function HoldingsTable({ holdings, onEnd }: { holdings: readonly Holding[]; onEnd: (held: Holding) => void }) {
  const t = useText();
  const words = useAccountWords();
  const columns: Column<Holding>[] = [
    {
      key: 'post',
      label: t('holding.post'),
      heads: true,
      width: '26%',
      render: ({ post }) => t(`accounts.post.${post}`),
    },
    { key: 'where', label: t('holding.where'), width: '34%', render: (held) => words.where(held) || '–' },
    { key: 'period', label: t('holding.period.label'), render: words.period },
    { key: 'standing', label: t('holding.standing'), render: words.standing },
  ];
  if (holdings.some(({ can }) => can.end)) {
    columns.push({
      key: 'act',
      label: t('accounts.column.act'),
      width: '7rem',
      render: (held) =>
        held.can.end ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('holding.end.of', { post: t(`accounts.post.${held.post}`), where: words.where(held) })}
            onClick={() => onEnd(held)}
          >
            {t('holding.end')}
          </Button>
        ) : (
          '–'
        ),
    });
  }
  return <DataTable label={t('holding.table')} columns={columns} rows={holdings} rowKey={({ id }) => id} />;
}
