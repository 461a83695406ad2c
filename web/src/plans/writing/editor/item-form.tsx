import { comparators, reportPeriods } from '@mangnon/domain/plans/extraction.ts';
import { repeats, type ItemOf, type ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { NativeSelect } from '@mantine/core';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { dayOfYear, dueDay, dueWords, figure, partOfDay, yearNumber } from '../../review/edit/field-forms.ts';
import { useItemField } from '../desk/use-desk.ts';
import { CoverForm } from './cover-form.tsx';
import { AgencyTags, ChoiceOf, ItemWords, LineBox, OneAgency } from './item-boxes.tsx';
import classes from './editor.module.css';

const from = dueDay('from');
const to = dueDay('to');

/** The fields of one part, by its kind. */
export function ItemForm({ item }: { item: ManuscriptItem }) {
  switch (item.kind) {
    case 'cover':
      return <CoverForm item={item} />;
    case 'basis':
      return <BasisForm item={item} />;
    case 'heading':
      return <HeadingForm item={item} />;
    case 'task':
      return <TaskForm item={item} />;
    case 'target':
      return <TargetForm item={item} />;
    case 'reporting':
      return <ReportingForm item={item} />;
    case 'paragraph':
    case 'offer':
      return <ParagraphForm item={item} />;
  }
}

function ParagraphForm({ item }: { item: ManuscriptItem }) {
  const t = useText();
  return <ItemWords item={item} field="text" label={t('writing.kind.paragraph')} first />;
}

function HeadingForm({ item }: { item: ItemOf<'heading'> }) {
  const t = useText();
  const level = useItemField(item, 'level');
  return (
    <>
      <ItemWords item={item} field="text" label={t('writing.field.heading')} first />
      <NativeSelect
        label={t('writing.field.level')}
        value={String(item.data.level)}
        data={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`writing.level.${value}`) }))}
        onChange={(event) => level.choose(Number(event.currentTarget.value))}
      />
    </>
  );
}

function BasisForm({ item }: { item: ItemOf<'basis'> }) {
  const t = useText();
  return (
    <div className={classes['fields']}>
      <LineBox
        item={item}
        field="kind"
        label={t('writing.field.basisKind')}
        placeholder={t('writing.basisKind.example')}
      />
      <LineBox item={item} field="number" label={t('writing.field.number')} placeholder={t('writing.number.example')} />
      <LineBox item={item} field="issuedOn" label={t('writing.field.issuedOn')} form={partOfDay} />
      <OneAgency item={item} field="issuer" label={t('writing.field.basisIssuer')} />
      <LineBox
        item={item}
        field="about"
        label={t('writing.field.about')}
        description={t('writing.about.hint')}
        className={classes['wide']}
      />
    </div>
  );
}

function TaskForm({ item }: { item: ItemOf<'task'> }) {
  const t = useText();
  const day = t('review.day.example');
  return (
    <>
      <ItemWords item={item} field="text" label={t('writing.kind.task')} first />
      <div className={classes['fields']}>
        <AgencyTags item={item} field="lead" label={t('writing.field.lead')} />
        <AgencyTags item={item} field="coordinating" label={t('writing.field.coordinating')} />
        <LineBox item={item} field="due" form={from} label={t('writing.field.from')} placeholder={day} />
        <LineBox item={item} field="due" form={to} label={t('writing.field.to')} placeholder={day} />
        <ChoiceOf
          item={item}
          field="repeats"
          label={t('writing.field.repeats')}
          choices={repeats}
          name={(one) => t(`writing.repeats.${one as (typeof repeats)[number]}`)}
          none={t('writing.repeats.none')}
        />
        <LineBox
          item={item}
          field="due"
          form={dueWords}
          label={t('writing.field.dueWords')}
          placeholder={t('writing.dueWords.hint')}
        />
        <LineBox item={item} field="product" label={t('writing.field.product')} className={classes['wide']} />
      </div>
    </>
  );
}

function TargetForm({ item }: { item: ItemOf<'target'> }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      <ItemWords item={item} field="text" label={t('writing.kind.target')} first />
      <div className={classes['fields']}>
        <ChoiceOf
          item={item}
          field="comparator"
          label={t('review.field.comparator')}
          choices={comparators}
          name={(one) => t(`review.comparator.${one as (typeof comparators)[number]}`)}
        />
        <LineBox item={item} field="value" form={figure(language, false)} label={t('review.field.value')} />
        <LineBox item={item} field="valueTo" form={figure(language, true)} label={t('review.field.valueTo')} />
        <LineBox item={item} field="unit" label={t('review.field.unit')} />
        <LineBox item={item} field="year" form={yearNumber} label={t('review.field.year')} />
        <AgencyTags item={item} field="owner" label={t('review.field.owner')} />
      </div>
    </>
  );
}

function ReportingForm({ item }: { item: ItemOf<'reporting'> }) {
  const t = useText();
  return (
    <div className={classes['fields']}>
      <ChoiceOf
        item={item}
        field="period"
        label={t('review.field.period')}
        choices={reportPeriods}
        name={(one) => t(`review.period.${one as (typeof reportPeriods)[number]}`)}
      />
      <LineBox
        item={item}
        field="due"
        form={dayOfYear}
        label={t('review.field.dayOfYear')}
        placeholder={t('review.dayOfYear.example')}
      />
      <AgencyTags item={item} field="from" label={t('writing.field.senders')} />
      <OneAgency item={item} field="to" label={t('writing.field.receiver')} />
      <OneAgency item={item} field="via" label={t('writing.field.via')} />
    </div>
  );
}
