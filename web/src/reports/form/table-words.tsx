import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import type { FormOfRegime } from '../reports.queries.ts';
import classes from './form.module.css';

/** A table of a form in words, for who only reads it. */
export function TableWords({ table, form }: { table: FormTable; form: FormOfRegime }) {
  const t = useText();
  const { language } = useLanguage();
  const names = table.codes.map((code) => form.counts.find((one) => one.code === code)?.name[language] ?? code);
  const split = form.splits.find(({ code }) => code === table.by);
  return (
    <section className={classes['table']}>
      <h2>{table.title[language]}</h2>
      <p>{t('form.rows', { count: names.length, names: names.join('; ') })}</p>
      <p className={classes['soft']}>
        {split === undefined
          ? t('form.table.by.none')
          : `${t('form.table.by')}: ${t('form.table.by.parts', { name: split.name[language], parts: split.parts })}`}
      </p>
    </section>
  );
}
