import type { ConsolidatedTotal, ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { UnstyledButton } from '@mantine/core';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { nameCells, useFigureWords, useSignedNumber } from './figure-words.ts';
import classes from './consolidation.module.css';

/** The tables of the form with their totals; each opens to the units it is made of. */
export function Totals({ page, onOpen }: { page: ConsolidationPage; onOpen: (key: string) => void }) {
  const t = useText();
  const { language } = useLanguage();
  const totals = new Map(page.totals.map((total) => [total.key, total]));
  const names = nameCells(page);
  const indicators = new Map(page.indicators.map((one) => [one.code, one]));
  return page.tables.map(({ title, columns, rows }, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- tables have no other mark, and keep their order
    <div key={at} className={classes['wide']}>
      <table className={classes['sums']}>
        <caption>{title[language]}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sums.count')}</th>
            {columns.map(({ part, name }) => (
              <th key={part ?? ''} scope="col" className={classes['number']}>
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, keys }) => (
            <tr key={code}>
              <th scope="row">
                {indicators.get(code)?.name[language]}
                <span className={classes['unit']}> ({indicators.get(code)?.unit[language]})</span>
              </th>
              {keys.map((key, column) => (
                <td key={columns[column]?.part ?? ''} className={classes['number']}>
                  {key === null ? null : (
                    <Total total={totals.get(key)} name={names.get(key)?.[language] ?? key} onOpen={onOpen} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ));
}

function Total({
  total,
  name,
  onOpen,
}: {
  total: ConsolidatedTotal | undefined;
  name: string;
  onOpen: (key: string) => void;
}) {
  const t = useText();
  const words = useFigureWords();
  const signed = useSignedNumber();
  if (total === undefined) return null;
  const { key, adjusted, completeness } = total;
  const whole = completeness.accepted === completeness.due;
  return (
    <UnstyledButton
      className={classes['total']}
      data-state={total.state}
      aria-label={t('sums.openCell', { cell: name, value: words(total) })}
      onClick={() => onOpen(key)}
    >
      {words(total)}
      {adjusted === 0 ? null : (
        <span className={classes['note']}>{t('sums.adjusted', { amount: signed(adjusted) })}</span>
      )}
      {whole ? null : (
        <span className={classes['note']}>
          {t('sums.told', { accepted: completeness.accepted, due: completeness.due })}
        </span>
      )}
    </UnstyledButton>
  );
}

/** The rates the counts lead to, each with what it is computed from. */
export function Rates({ page }: { page: ConsolidationPage }) {
  const t = useText();
  const { language } = useLanguage();
  const words = useFigureWords();
  const indicators = new Map(page.indicators.map((one) => [one.code, one]));
  if (page.rates.length === 0) return null;
  return (
    <section className={classes['part']}>
      <h2>{t('sums.rates')}</h2>
      <p className={classes['soft']}>{t('sums.rates.rule')}</p>
      <DataTable
        label={t('sums.rates')}
        rows={page.rates}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            label: t('sums.rate'),
            heads: true,
            width: '40%',
            render: ({ code }) => (
              <PageLink to="/chi-so/$code" params={{ code }}>
                {indicators.get(code)?.name[language] ?? code}
              </PageLink>
            ),
          },
          {
            key: 'value',
            label: t('sums.rate.value'),
            numeric: true,
            render: (rate) =>
              rate.state === 'number' && rate.amount !== null
                ? `${formatNumber(Math.round(rate.amount * 100) / 100, language)} ${indicators.get(rate.code)?.unit[language] ?? ''}`
                : words(rate),
          },
          {
            key: 'of',
            label: t('sums.rate.of'),
            numeric: true,
            render: ({ numerator, denominator }) =>
              `${formatNumber(numerator, language)} / ${formatNumber(denominator, language)}`,
          },
          {
            key: 'units',
            label: t('sums.rate.units'),
            numeric: true,
            render: ({ completeness: { accepted, due } }) => `${accepted}/${due}`,
          },
          {
            key: 'goal',
            label: t('sums.rate.goal'),
            render: ({ code }) => indicators.get(code)?.goal?.[language] ?? '–',
          },
        ]}
      />
    </section>
  );
}
