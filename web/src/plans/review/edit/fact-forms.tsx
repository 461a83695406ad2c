import { comparators, reportPeriods } from '@mangnon/domain/plans/extraction.ts';
import { NativeSelect } from '@mantine/core';
import type { RefObject } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { AgenciesBox } from './agencies-box.tsx';
import classes from './edit.module.css';
import { dayOfYear, dueDay, dueWords, figure, maybeText, partOfDay, yearNumber } from './field-forms.ts';
import { OneAgencyBox } from './one-agency-box.tsx';
import { TextBox, WordsBox } from './text-box.tsx';
import { useField } from './use-field.ts';

interface FormProps {
  readonly factId: string;
}

const from = dueDay('from');
const to = dueDay('to');

export function TaskForm({ factId, boxRef }: FormProps & { boxRef: RefObject<HTMLTextAreaElement | null> }) {
  const t = useText();
  const day = t('review.day.example');
  return (
    <div className={classes['form']}>
      <WordsBox factId={factId} field="text" label={t('review.field.task')} boxRef={boxRef} />
      <div className={classes['pair']}>
        <AgenciesBox factId={factId} field="lead" label={t('review.field.lead')} />
        <AgenciesBox factId={factId} field="coordinating" label={t('review.field.coordinating')} />
      </div>
      <fieldset className={classes['row']}>
        <legend>{t('review.field.due')}</legend>
        <TextBox
          factId={factId}
          field="due"
          form={from}
          label={t('review.field.dueFrom')}
          placeholder={day}
          className={classes['day']}
        />
        <TextBox
          factId={factId}
          field="due"
          form={to}
          label={t('review.field.dueTo')}
          placeholder={day}
          className={classes['day']}
        />
        <TextBox
          factId={factId}
          field="due"
          form={dueWords}
          label={t('review.field.dueWords')}
          className={classes['wide']}
        />
      </fieldset>
    </div>
  );
}

export function TargetForm({ factId }: FormProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className={classes['form']}>
      <WordsBox factId={factId} field="text" label={t('review.field.target')} />
      <div className={classes['row']}>
        <ChoiceBox
          factId={factId}
          field="comparator"
          label={t('review.field.comparator')}
          choices={comparators}
          name={(one) => t(`review.comparator.${one}`)}
        />
        <TextBox
          factId={factId}
          field="value"
          form={figure(language, false)}
          label={t('review.field.value')}
          className={classes['short']}
        />
        <TextBox
          factId={factId}
          field="valueTo"
          form={figure(language, true)}
          label={t('review.field.valueTo')}
          className={classes['short']}
        />
        <TextBox factId={factId} field="unit" label={t('review.field.unit')} className={classes['short']} />
        <TextBox
          factId={factId}
          field="year"
          form={yearNumber}
          label={t('review.field.year')}
          className={classes['short']}
        />
      </div>
      <AgenciesBox factId={factId} field="owner" label={t('review.field.owner')} />
    </div>
  );
}

export function ReportingForm({ factId }: FormProps) {
  const t = useText();
  return (
    <div className={classes['form']}>
      <div className={classes['row']}>
        <ChoiceBox
          factId={factId}
          field="period"
          label={t('review.field.period')}
          choices={reportPeriods}
          name={(one) => t(`review.period.${one}`)}
        />
        <TextBox
          factId={factId}
          field="due"
          form={dayOfYear}
          label={t('review.field.dayOfYear')}
          placeholder={t('review.dayOfYear.example')}
          className={classes['day']}
        />
      </div>
      <AgenciesBox factId={factId} field="from" label={t('review.field.from')} />
      <div className={classes['pair']}>
        <OneAgencyBox factId={factId} field="to" label={t('review.field.to')} />
        <OneAgencyBox factId={factId} field="via" label={t('review.field.via')} />
      </div>
    </div>
  );
}

export function LegalBasisForm({ factId }: FormProps) {
  const t = useText();
  return (
    <div className={classes['form']}>
      <div className={classes['row']}>
        <TextBox factId={factId} field="kind" label={t('review.field.kind')} className={classes['wide']} />
        <TextBox factId={factId} field="number" label={t('review.field.number')} className={classes['wide']} />
        <TextBox
          factId={factId}
          field="issuedOn"
          form={partOfDay}
          label={t('review.field.issuedOn')}
          placeholder={t('review.day.example')}
          className={classes['day']}
        />
      </div>
      <OneAgencyBox factId={factId} field="issuer" label={t('review.field.issuer')} />
    </div>
  );
}

export function HeadingForm({ factId }: FormProps) {
  const t = useText();
  return (
    <div className={classes['form']}>
      <WordsBox factId={factId} field="title" label={t('review.field.title')} />
      <div className={classes['row']}>
        <TextBox factId={factId} field="kind" label={t('review.field.kind')} className={classes['wide']} />
        <TextBox
          factId={factId}
          field="number"
          form={maybeText}
          label={t('review.field.number')}
          className={classes['wide']}
        />
        <TextBox
          factId={factId}
          field="issuedOn"
          form={partOfDay}
          label={t('review.field.issuedOn')}
          placeholder={t('review.day.example')}
          className={classes['day']}
        />
      </div>
      <OneAgencyBox factId={factId} field="issuer" label={t('review.field.issuer')} />
      <div className={classes['row']}>
        <TextBox
          factId={factId}
          field="place"
          form={maybeText}
          label={t('review.field.place')}
          className={classes['wide']}
        />
        <TextBox
          factId={factId}
          field="signatoryName"
          form={maybeText}
          label={t('review.field.signatoryName')}
          className={classes['wide']}
        />
        <TextBox
          factId={factId}
          field="signatoryCapacity"
          form={maybeText}
          label={t('review.field.signatoryCapacity')}
          className={classes['wide']}
        />
      </div>
    </div>
  );
}

function ChoiceBox<Choice extends string>({
  factId,
  field,
  label,
  choices,
  name,
}: FormProps & { field: string; label: string; choices: readonly Choice[]; name: (choice: Choice) => string }) {
  const box = useField(factId, field);
  return (
    <NativeSelect
      className={classes['choice'] ?? ''}
      label={label}
      value={typeof box.value === 'string' ? box.value : ''}
      error={box.problem}
      data={choices.map((choice) => ({ value: choice, label: name(choice) }))}
      onChange={(event) => box.choose(event.currentTarget.value)}
    />
  );
}
