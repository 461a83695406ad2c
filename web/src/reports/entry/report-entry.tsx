import { findingKey } from '@mangnon/domain/indicators/finding.ts';
import { isTold } from '@mangnon/domain/indicators/value.ts';
import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useKeyHelp } from '../../platform/key-help.ts';
import { useText } from '../../platform/language.tsx';
import { CellDetails } from './cell-details.tsx';
import { typedAt } from './desk.ts';
import { chosenKeys, jump } from './entry-state.ts';
import { Clashes, LeftOver, SaveLine } from './entry-notices.tsx';
import { cellOf, EntryContext, findInForm, readForm, useEntry, useEntryTools, type EntryTools } from './entry-tools.ts';
import type { EntryStore } from './entry-store.ts';
import { Findings } from './findings.tsx';
import { cellId } from './grid-cell.tsx';
import { GridTable } from './grid-table.tsx';
import { ReasonDialog } from './reason.dialog.tsx';
import classes from './entry.module.css';

/** The form of a report with everything beside it: typed while `writes`, read otherwise. */
export function ReportEntry({
  page,
  store,
  writes,
  remarks = null,
  onRemark = () => undefined,
}: {
  page: ReportVersionPage;
  store: EntryStore;
  writes: boolean;
} & Partial<Pick<EntryTools, 'remarks' | 'onRemark'>>) {
  const form = useMemo(() => readForm(page), [page]);
  const tools: EntryTools = {
    store,
    form,
    writes,
    remarks,
    onRemark,
    goTo(key) {
      store.giveKeyboard(true);
      store.update((state) => jump({ ...state }, store.layout, key));
    },
  };
  return (
    <EntryContext value={tools}>
      <Workspace page={page} />
    </EntryContext>
  );
}

function Workspace({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { store, form, writes } = useEntryTools();
  const entry = useEntry((snapshot) => snapshot.entry);
  const { desk } = entry;
  useKeyHelp(useGridKeys());

  // The keyboard follows the cell, also out of the box or the question it was in.
  useEffect(
    () =>
      store.subscribe(() => {
        const { entry: now } = store.getSnapshot();
        if (!store.holdsKeyboard() || now.editing !== null || now.asking !== null) return;
        // After the screen has taken the change in.
        requestAnimationFrame(() => {
          const cell = document.getElementById(cellId(store.getSnapshot().entry.at));
          if (store.holdsKeyboard() && cell !== document.activeElement) cell?.focus();
        });
      }),
    [store],
  );

  // Figures are checked behind the typing, not before each letter.
  const checked = useDeferredValue(desk);
  const findings = useMemo(() => findInForm(form, checked, page.sisters), [form, checked, page.sisters]);
  const marks = useMemo(() => {
    const gravest = new Map<string, 'error' | 'warning'>();
    for (const one of findings) {
      if (one.severity === 'warning' && page.explained[findingKey(one)]) continue;
      const key = cellOf(one, form);
      if (gravest.get(key) !== 'error') gravest.set(key, one.severity);
    }
    return gravest;
  }, [findings, form, page.explained]);
  const remarked = useMemo(() => new Set(page.remarks.flatMap(({ key }) => (key === null ? [] : [key]))), [page]);
  const filled = [...form.cells.keys()].filter((key) => {
    const typed = typedAt(desk, key);
    return typed.kind === 'value' && isTold(typed.value);
  }).length;
  const chosen = chosenKeys(entry, store.layout).length;
  return (
    <div className={classes['workspace']}>
      <div>
        <div className={`${classes['line']} not-printed`}>
          <span>{t('entry.filled', { filled, cells: form.cells.size })}</span>
          {writes ? <SaveLine /> : null}
        </div>
        {writes ? <p className={`${classes['soft']} ${classes['keys']} not-printed`}>{t('entry.keys')}</p> : null}
        <Clashes />
        <LeftOver />
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only looks where the keyboard is */}
        <div
          onFocus={() => {
            store.giveKeyboard(true);
          }}
          onBlur={(event) => {
            const { relatedTarget, currentTarget } = event;
            if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) store.giveKeyboard(false);
          }}
        >
          {page.tables.map((table, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a table has no name but its place
            <GridTable key={index} table={table} at={index} marks={marks} remarked={remarked} />
          ))}
        </div>
        <output className="for-screen-readers">{chosen > 1 ? t('entry.chosen', { count: chosen }) : null}</output>
        <Legend />
      </div>
      <aside className={`${classes['beside']} not-printed`}>
        <CellDetails findings={findings} remarks={page.remarks} />
        <Findings versionId={page.id} findings={findings} explained={page.explained} />
      </aside>
      <ReasonDialog />
    </div>
  );
}

function Legend() {
  const t = useText();
  return (
    <ul className={classes['legend']} aria-label={t('entry.legend')}>
      <li data-state="no_report">{t('entry.legend.empty')}</li>
      <li data-state="zero">{t('entry.legend.zero')}</li>
      <li data-state="not_applicable">{t('entry.legend.notApplicable')}</li>
      <li data-state="unasked">{t('entry.legend.unasked')}</li>
      <li>{t('entry.legend.before')}</li>
    </ul>
  );
}

function useGridKeys() {
  const t = useText();
  return useMemo(
    () => [
      { keys: '↑ ↓ ← → Tab Enter', does: t('entry.keys.walk') },
      { keys: 'F2', does: t('entry.keys.edit') },
      { keys: 'Shift + ↑ ↓ ← →, Ctrl + A', does: t('entry.keys.choose') },
      { keys: '0', does: t('entry.keys.zero') },
      { keys: 'n', does: t('entry.keys.notApplicable') },
      { keys: 'Delete', does: t('entry.keys.clear') },
      { keys: 'Ctrl + Z, Ctrl + Y', does: t('entry.keys.undo') },
      { keys: 'Ctrl + C, Ctrl + V', does: t('entry.keys.paste') },
    ],
    [t],
  );
}
