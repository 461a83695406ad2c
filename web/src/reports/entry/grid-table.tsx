/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-element-to-interactive-role -- a table with the role grid is one control with many cells */
import { amountOf } from '@mangnon/domain/indicators/value.ts';
import type { Finding } from '@mangnon/domain/indicators/finding.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { useId } from 'react';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { typedAt } from './desk.ts';
import { useEntry, useEntryTools } from './entry-tools.ts';
import { FillEmpty } from './fill-empty.tsx';
import { GridCell } from './grid-cell.tsx';
import { isSamePlace, isWithin, rectangleOf, type Place } from './grid-walk.ts';
import { useGridHands } from './grid-hands.ts';
import classes from './entry.module.css';

type Table = ReportVersionPage['tables'][number];

/** One table of the form, typed in as in a spreadsheet. */
export function GridTable({
  table,
  at,
  marks,
  remarked,
}: {
  table: Table;
  at: number;
  /** The gravest that was noticed about each cell. */
  marks: ReadonlyMap<string, Finding['severity']>;
  remarked: ReadonlySet<string>;
}) {
  const t = useText();
  const id = useId();
  const { language } = useLanguage();
  const { store, form, writes } = useEntryTools();
  const entry = useEntry((snapshot) => snapshot.entry);
  const { desk } = entry;
  const hands = useGridHands(store, writes);
  const chosen = rectangleOf(entry.at, entry.reach);
  const parting = table.by === null ? null : form.catalogue.breakdowns.get(table.by)?.parting;
  const sums = table.columns.length > 1 && parting !== 'overlap';
  const width = table.columns.length + 1 + (sums ? 1 : 0);
  return (
    <section aria-labelledby={id} className={classes['table']}>
      <header className={classes['head']}>
        <h2 id={id}>{table.title[language]}</h2>
        {writes ? <FillEmpty keys={table.rows.flatMap(keysOf)} what="table" title={table.title[language]} /> : null}
      </header>
      <div className={classes['scroll']}>
        <table
          role="grid"
          aria-labelledby={id}
          aria-rowcount={table.rows.length + 1}
          aria-colcount={width}
          aria-multiselectable="true"
          aria-readonly={!writes}
          {...hands}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={1}>
                {t('entry.row')}
              </th>
              {table.columns.map(({ part, name }, column) => (
                <th key={part ?? ''} scope="col" aria-colindex={column + 2}>
                  {name[language]}
                </th>
              ))}
              {sums ? (
                <th scope="col" aria-colindex={width} className={classes['sum']}>
                  {t('entry.table.sum')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, rowAt) => (
              <tr key={row.code} aria-rowindex={rowAt + 2}>
                <th scope="row" aria-colindex={1}>
                  {form.names.get(row.cells[0]?.key ?? '')?.[language] ?? row.code}
                </th>
                {row.cells.map((cell, column) => {
                  const place: Place = { table: at, row: rowAt, column };
                  if (cell === null) {
                    return (
                      <td
                        key={column}
                        aria-colindex={column + 2}
                        className={classes['unasked']}
                        aria-label={t('entry.legend.unasked')}
                      />
                    ); // oxlint-disable-line react/no-array-index-key -- a cell is named by its place
                  }
                  const typed = typedAt(desk, cell.key);
                  const told = form.told.get(cell.key);
                  const active = isSamePlace(entry.at, place);
                  const accepted = told?.accepted ?? null;
                  return (
                    <GridCell
                      key={column} // oxlint-disable-line react/no-array-index-key -- a cell is named by its place
                      place={place}
                      name={form.names.get(cell.key)?.[language] ?? cell.key}
                      typed={typed}
                      before={told?.before ?? null}
                      changed={accepted !== null && (typed.kind === 'text' || !isSameValue(typed.value, accepted))}
                      remark={remarked.has(cell.key)}
                      clash={desk.clashes.has(cell.key)}
                      mark={marks.get(cell.key) ?? null}
                      active={active}
                      chosen={isWithin(place, chosen)}
                      editing={active && entry.editing !== null}
                      writes={writes}
                    />
                  );
                })}
                {sums ? (
                  <td aria-colindex={width} className={classes['sum']}>
                    {sumOf(row)}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  /** The parts that are told, added up as they are typed; a mark where they are more than the whole. */
  function sumOf(row: Table['rows'][number]): string {
    const [whole, ...parts] = row.cells.map((cell) => (cell === null ? null : typedAt(desk, cell.key)));
    const amounts = parts.flatMap((one) => {
      const amount = one?.kind === 'value' ? amountOf(one.value) : null;
      return amount === null ? [] : [amount];
    });
    if (amounts.length === 0) return '';
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const total = whole?.kind === 'value' ? amountOf(whole.value) : null;
    const sign = total === null || total === sum ? '' : sum > total ? ' >' : ' <';
    return `${formatNumber(sum, language)}${sign}`;
  }

  function keysOf(row: Table['rows'][number]): string[] {
    return row.cells.flatMap((cell) => (cell === null ? [] : [cell.key]));
  }
}
