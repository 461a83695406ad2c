import { amountOf } from '@mangnon/domain/indicators/value.ts';
import { findingKey, tellFinding, type Finding } from '@mangnon/domain/indicators/finding.ts';
import type { ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { Button, Textarea } from '@mantine/core';
import { formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { typedAt } from './desk.ts';
import { ask, clearChosen, startEdit } from './entry-state.ts';
import { cellOf, useEntry, useEntryTools } from './entry-tools.ts';
import { FillEmpty } from './fill-empty.tsx';
import { keyAt } from './grid-walk.ts';
import { tellValue } from './value-text.ts';
import classes from './entry.module.css';

/** The chosen cell: what it counts, this period and the ones beside it, who typed it, what is noticed and remarked. */
export function CellDetails({
  findings,
  remarks,
}: {
  findings: readonly Finding[];
  remarks: ReportVersionPage['remarks'];
}) {
  const t = useText();
  const { language } = useLanguage();
  const { store, form, writes, remarks: mine, onRemark } = useEntryTools();
  const key = useEntry(({ entry }) => keyAt(store.layout, entry.at));
  const { desk, at } = useEntry(({ entry }) => entry);
  if (key === null) return null;
  const typed = typedAt(desk, key);
  const stored = desk.stored.get(key);
  const told = form.told.get(key);
  const name = form.names.get(key)?.[language] ?? key;
  const here = findings.filter((one) => cellOf(one, form) === key);
  const said = remarks.filter((one) => one.key === key);
  const rowKeys = (store.layout[at.table]?.[at.row] ?? []).filter((one) => one !== null);
  const facts = [
    {
      label: t('entry.details.now'),
      shown: typed.kind === 'text' ? `«${typed.text}»` : tellValue(typed.value, language),
    },
    {
      label: t('entry.details.before'),
      shown: told?.before ? tellValue(told.before, language) : t('entry.details.none'),
    },
    ...(told?.accepted ? [{ label: t('entry.details.accepted'), shown: tellValue(told.accepted, language) }] : []),
  ];
  return (
    <section className={classes['details']} aria-label={t('entry.details')}>
      <h2>{name}</h2>
      <dl>
        {facts.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      {stored?.enteredBy && stored.enteredAt ? (
        <p className={classes['soft']}>
          {t('entry.details.by', { by: stored.enteredBy, at: formatInstant(stored.enteredAt) })}
        </p>
      ) : null}
      <Parts />
      {here.map((one) => (
        <p key={findingKey(one)} className={classes['found']} data-severity={one.severity}>
          {tellFinding(one)[language]}
        </p>
      ))}
      {said.length > 0 ? <h3>{t('entry.details.remarks')}</h3> : null}
      {said.map(({ id, madeBy, madeAt, words }) => (
        <p key={id} className={classes['remark']}>
          {t('entry.details.remark', { by: madeBy, at: formatInstant(madeAt), words })}
        </p>
      ))}
      {mine === null ? null : (
        <Textarea
          key={key}
          label={t('entry.details.myRemark')}
          value={mine.get(key) ?? ''}
          autosize
          minRows={2}
          maxLength={2000}
          onChange={(event) => onRemark(key, event.currentTarget.value)}
        />
      )}
      {writes ? (
        <div className={classes['acts']}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => store.update((state) => startEdit(state, store.layout))}
          >
            {t('entry.details.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => store.update((state) => ask(state, store.layout, 'zero'))}
          >
            {t('entry.details.zero')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => store.update((state) => ask(state, store.layout, 'not_applicable'))}
          >
            {t('entry.details.notApplicable')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => store.update((state) => clearChosen(state, store.layout))}
          >
            {t('entry.details.clear')}
          </Button>
          <FillEmpty keys={rowKeys} what="row" title={form.names.get(rowKeys[0] ?? key)?.[language] ?? key} />
        </div>
      ) : null}
    </section>
  );

  /** What the parts of this count add up to, by each breakdown of the form. */
  function Parts() {
    const one = key === null ? undefined : form.cells.get(key);
    if (one === undefined) return null;
    const groups = Map.groupBy(
      [...form.cells].filter(([, cell]) => cell.code === one.code && Object.keys(cell.parts).length === 1),
      ([, cell]) => Object.keys(cell.parts)[0] ?? '',
    );
    return [...groups].map(([by, cells]) => {
      const breakdown = form.catalogue.breakdowns.get(by);
      if (breakdown === undefined || breakdown.parting === 'overlap') return null;
      const amounts = cells.flatMap(([at]) => {
        const now = typedAt(desk, at);
        const amount = now.kind === 'value' ? amountOf(now.value) : null;
        return amount === null ? [] : [amount];
      });
      if (amounts.length === 0) return null;
      const sum = formatNumber(
        amounts.reduce((total, amount) => total + amount, 0),
        language,
      );
      return (
        <p key={by} className={classes['soft']}>
          {t('entry.details.parts', { by: breakdown.name[language], sum })}
        </p>
      );
    });
  }
}
