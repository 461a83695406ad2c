/* oxlint-disable jsx-a11y/prefer-tag-over-role, react/incompatible-library -- only the rows in sight are drawn, each put in its place, which a table cannot; what tells the place is handed on to nobody */
import type { TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatDay } from '../../platform/format.ts';
import { useKeyHelp } from '../../platform/key-help.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { StatusMark } from '../status-mark.tsx';
import { useTaskWords } from '../task-words.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import classes from './tasks.module.css';

const heights = { wide: 36, narrow: 132 } as const;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * All periods of a list, however many: only those in sight are drawn. On a phone a row is as high as its words; there the
 * height is a guess until a row is drawn. Arrows go from row to row, Enter opens one; where
 * rows may be chosen, Space chooses one, Shift with an arrow the next as well, Ctrl+A all.
 */
export function TaskGrid({
  label,
  rows,
  today,
  chosen,
}: {
  label: string;
  rows: readonly TaskRow[];
  today: string;
  /** Left out where nothing is done to many. */
  chosen?: ChosenRows | undefined;
}) {
  const t = useText();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, rows.length - 1);
  const periods = useMemo(() => rows.some(({ period }) => period !== 'once'), [rows]);
  // The first due day stands beside the one that holds now, and needs room.
  const moved = useMemo(() => rows.some(isMoved), [rows]);
  const height = narrow ? heights.narrow - (periods ? 0 : 24) : heights.wide;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback(() => height, [height]),
    getItemKey: useCallback((index: number) => rows[index]?.periodId ?? index, [rows]),
    overscan: 12,
    // The row the keyboard stands on stays drawn, so that Tab finds the way back to it.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [...new Set([at, ...defaultRangeExtractor(range)])].toSorted((one, other) => one - other),
      [at],
    ),
  });
  // A tablet that is turned has rows of another height.
  useEffect(() => virtual.measure(), [virtual, height]);
  useKeyHelp(
    useMemo(
      () => [
        { keys: '↑ ↓', does: t('taskList.keys.move') },
        { keys: 'Enter', does: t('taskList.keys.open') },
        ...(chosen === undefined
          ? []
          : [
              { keys: 'Space', does: t('taskList.keys.choose') },
              { keys: 'Shift + ↑ ↓', does: t('taskList.keys.more') },
              { keys: 'Ctrl + A', does: t('taskList.keys.all') },
            ]),
      ],
      // Only whether rows may be chosen matters here, not which are.
      // oxlint-disable-next-line react/exhaustive-deps
      [t, chosen === undefined],
    ),
  );

  function move(event: KeyboardEvent) {
    if (chosen !== undefined && event.key === ' ') {
      event.preventDefault();
      chosen.toggle(at, event.shiftKey);
      return;
    }
    if (chosen !== undefined && event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      chosen.all();
      return;
    }
    const step = steps[event.key];
    const to =
      step !== undefined ? at + step : event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : undefined;
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, to));
    if (event.shiftKey) chosen?.extend(at, next);
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus({ preventScroll: true });
    });
  }

  const columns = (['words', 'unit', 'period', 'due', 'status'] as const).filter((one) => periods || one !== 'period');
  return (
    <div
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={classes['grid']}
      {...(periods ? { 'data-periods': true } : {})}
      {...(moved ? { 'data-moved': true } : {})}
      {...(chosen === undefined ? {} : { 'data-choosing': true, 'aria-multiselectable': true })}
      ref={box}
      onKeyDown={move}
    >
      <div role="rowgroup" className={classes['gridHead']}>
        <div role="row" aria-rowindex={1} className={classes['row']}>
          {chosen === undefined ? null : (
            <div role="columnheader">
              <span className="for-screen-readers">{t('bulk.choose')}</span>
            </div>
          )}
          {columns.map((column) => (
            <div key={column} role="columnheader">
              {t(`taskList.column.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['gridBody']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              {...(chosen === undefined ? {} : { 'aria-selected': chosen.ids.has(row.periodId) })}
              className={classes['row']}
              {...(narrow ? { ref: virtual.measureElement } : {})}
              style={{ ...(narrow ? {} : { height }), transform: `translateY(${start}px)` }}
            >
              {chosen === undefined ? null : (
                <div role="gridcell">
                  <label className={classes['tick']}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      checked={chosen.ids.has(row.periodId)}
                      aria-label={t('bulk.chooseOne', { words: row.words, unit: row.unit.name })}
                      onChange={() => undefined}
                      onClick={(event) => {
                        setActive(index);
                        chosen.toggle(index, event.shiftKey);
                      }}
                    />
                  </label>
                </div>
              )}
              <Cells
                row={row}
                periods={periods}
                today={today}
                tabbable={index === at}
                index={index}
                onActive={setActive}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const isMoved = ({ dueOn, firstDueOn }: TaskRow) => dueOn !== null && firstDueOn !== null && firstDueOn !== dueOn;

/** Drawn once and again when it changes: scrolling draws the rows that come into sight, not those that stay. */
const Cells = memo(function Cells({
  row,
  periods,
  today,
  tabbable,
  index,
  onActive,
}: {
  row: TaskRow;
  /** Whether anything in the list repeats. */
  periods: boolean;
  today: string;
  tabbable: boolean;
  index: number;
  onActive: (index: number) => void;
}) {
  const t = useText();
  const words = useTaskWords();
  const first = isMoved(row) ? t('taskList.first', { day: formatDay(row.firstDueOn ?? '') }) : '';
  const left = [words.left(row, today), first].filter((one) => one !== '').join('; ');
  return (
    <>
      <div role="rowheader" title={row.words}>
        <PageLink
          to="/nhiem-vu/$taskId"
          params={{ taskId: row.taskId }}
          preload={false}
          tabIndex={tabbable ? 0 : -1}
          onFocus={() => onActive(index)}
        >
          {row.words}
        </PageLink>
      </div>
      <div role="gridcell" title={row.unit.name}>
        {row.unit.name}
      </div>
      {periods ? <div role="gridcell">{words.period(row.period)}</div> : null}
      <div role="gridcell" title={left}>
        {row.dueOn === null ? t('tasks.due.none') : formatDay(row.dueOn)}
        {left === '' ? null : <span className={classes['soft']}>, {left}</span>}
      </div>
      <div role="gridcell">
        <StatusMark status={row.status} />
        {row.reportedOn === null || row.doneOn !== null ? null : (
          <span className={classes['soft']}> ({t('taskList.waiting')})</span>
        )}
      </div>
    </>
  );
});
