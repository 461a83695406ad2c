import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useLanguage, useText } from '../../platform/language.tsx';
import type { FormOfRegime } from '../reports.queries.ts';
import classes from './form.module.css';

export interface TableDraft extends FormTable {
  readonly id: string;
}

/** One table of a form being made: its name, the counts it asks for in their order, how they are split, who fills it. */
export function TableEditor({
  number,
  table,
  form,
  asked,
  onChange,
  onRemove,
  onUp,
}: {
  number: number;
  table: TableDraft;
  form: FormOfRegime;
  /** Saving was tried: what is missing says so. */
  asked: boolean;
  onChange: (changed: Partial<TableDraft>) => void;
  onRemove: () => void;
  onUp: (() => void) | null;
}) {
  const t = useText();
  const { language } = useLanguage();
  const counts = new Map(form.counts.map((one) => [one.code, one]));
  const chosen = table.codes.flatMap((code) => counts.get(code) ?? []);
  const splits = form.splits.filter(({ code }) => code === table.by || chosen.some((one) => one.splits.includes(code)));
  const unsplit = table.by === null ? [] : chosen.filter((one) => !one.splits.includes(table.by ?? ''));
  return (
    <fieldset className={classes['table']}>
      <legend>{t('form.table', { number })}</legend>
      <div className={classes['names']}>
        <TextInput
          label={t('form.table.title')}
          value={table.title.vi}
          maxLength={200}
          error={asked && table.title.vi.trim() === '' ? t('form.missing.title') : undefined}
          onChange={(event) => onChange({ title: { ...table.title, vi: event.currentTarget.value } })}
        />
        <TextInput
          label={t('form.table.english')}
          value={table.title.en}
          maxLength={200}
          onChange={(event) => onChange({ title: { ...table.title, en: event.currentTarget.value } })}
        />
      </div>
      <MultiSelect
        label={t('form.table.codes')}
        placeholder={t('form.table.codes.hint')}
        searchable
        hidePickedOptions
        value={table.codes}
        maxValues={100}
        data={form.counts.map(({ code, name }) => ({ value: code, label: name[language] }))}
        filter={({ options, search }) =>
          options.filter((one) => 'label' in one && fold(one.label).includes(fold(search)))
        }
        error={asked && table.codes.length === 0 ? t('form.missing.codes') : undefined}
        onChange={(codes) => onChange({ codes })}
      />
      <NativeSelect
        className={classes['narrow']}
        label={t('form.table.by')}
        value={table.by ?? ''}
        data={[
          { value: '', label: t('form.table.by.none') },
          ...splits.map(({ code, name, parts }) => ({
            value: code,
            label: t('form.table.by.parts', { name: name[language], parts }),
          })),
        ]}
        onChange={(event) => onChange({ by: event.currentTarget.value || null })}
      />
      {unsplit.length === 0 ? null : (
        <p className={classes['soft']}>
          {t('form.table.unsplit', { names: unsplit.map(({ name }) => name[language]).join('; ') })}
        </p>
      )}
      {form.senders.length < 2 ? null : (
        <MultiSelect
          label={t('form.table.agencies')}
          placeholder={t('form.table.agencies.hint')}
          value={table.agencies ?? []}
          data={form.senders.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
          onChange={(agencies) => onChange({ agencies: agencies.length === 0 ? null : agencies })}
        />
      )}
      <div className={classes['acts']}>
        {onUp === null ? null : (
          <Button size="compact-sm" variant="default" onClick={onUp}>
            {t('form.table.up', { number })}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {t('form.table.remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}
