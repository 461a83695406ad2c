import type { TargetPage } from '@mangnon/domain/law/target.api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import classes from '../law.module.css';
import { useTargetWords } from './target-words.ts';

interface YearRow {
  readonly year: number;
  readonly value: TargetPage['values'][number] | null;
  readonly expected: number | null;
  /** From where it counts, where no figure was written for that year. */
  readonly start: number | null;
}

/** Every year from the first figure on, those without one too. */
function rowsOf({ values, path, on, start }: TargetPage): YearRow[] {
  const told = values.map(({ year }) => year);
  const first = Math.min(...told, ...(start?.year ? [start.year] : []));
  const last = Math.max(...told, Number(on.slice(0, 4)));
  if (!Number.isFinite(first)) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = last - at;
    return {
      year,
      value: values.find((one) => one.year === year) ?? null,
      expected: path.find((one) => one.year === year)?.value ?? null,
      start: start?.year === year ? start.value : null,
    };
  });
}

/** The table beside the picture. */
export function TargetYears({ page }: { page: TargetPage }) {
  const t = useText();
  const words = useTargetWords();
  const rows = rowsOf(page);
  if (rows.length === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="tung-nam">
      <h2 id="tung-nam">{t('law.years')}</h2>
      <DataTable
        label={t('law.years')}
        rows={rows}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', label: t('plan.targets.column.year'), heads: true, render: ({ year }) => String(year) },
          {
            key: 'value',
            label: t('law.years.value'),
            numeric: true,
            render: ({ value, start }) => {
              if (value?.value != null) return words.figure(value.value, '');
              return start === null ? t('law.years.none') : t('law.years.start', { value: words.figure(start, '') });
            },
          },
          {
            key: 'expected',
            label: t('law.years.expected'),
            numeric: true,
            render: ({ expected }) => (expected === null ? '–' : words.figure(Math.round(expected * 100) / 100, '')),
          },
          {
            key: 'proof',
            label: t('law.years.proof'),
            render: ({ value }) =>
              value === null ? (
                '–'
              ) : (
                <>
                  {value.proof}{' '}
                  {value.proofUrl ? (
                    <a href={value.proofUrl} target="_blank" rel="noreferrer">
                      {t('law.source')}
                    </a>
                  ) : null}
                </>
              ),
          },
          {
            key: 'by',
            label: t('law.years.by'),
            render: ({ value }) => (value === null ? '–' : t('law.by', { by: value.by, at: formatInstant(value.at) })),
          },
        ]}
      />
    </section>
  );
}
