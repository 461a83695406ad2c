/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- the layout of narrow screens takes the implicit roles away */
import type { ReactNode } from 'react';
import classes from './data-table.module.css';
import { useGradually } from './use-gradually.ts';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
  /** Numbers stand to the right, under each other. */
  readonly numeric?: boolean;
  /** Names the row for screen readers; stands on top, without its label, on a phone. */
  readonly heads?: boolean;
  readonly width?: string;
  /** Short marks that must not be torn: numbers of documents. */
  readonly whole?: boolean;
}

/**
 * A quiet table with rows of 36 px. On a narrow screen each row becomes a block in which every value has its
 * label; the roles are written out because the changed layout would take them away.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  fixed = false,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The columns keep the widths they are given, whatever is in them: for tables with very many rows. */
  fixed?: boolean;
}) {
  const shown = useGradually(rows.length, 60, 120);
  return (
    <table className={classes['table']} role="table" aria-label={label} {...(fixed ? { 'data-fixed': true } : {})}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              {...(column.numeric ? { 'data-numeric': true } : {})}
              {...(column.width ? { style: { width: column.width } } : {})}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.slice(0, shown).map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => {
              const Cell = column.heads ? 'th' : 'td';
              return (
                <Cell
                  key={column.key}
                  role={column.heads ? 'rowheader' : 'cell'}
                  data-label={column.label}
                  {...(column.heads ? { scope: 'row', 'data-heads': true } : {})}
                  {...(column.numeric ? { 'data-numeric': true } : {})}
                  {...(column.whole ? { 'data-whole': true } : {})}
                >
                  {column.render(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
