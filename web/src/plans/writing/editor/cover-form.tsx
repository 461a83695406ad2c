import { signingMarks, type ItemOf } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { useText } from '../../../platform/language.tsx';
import { maybeText } from '../../review/edit/field-forms.ts';
import classes from './editor.module.css';
import { ChoiceOf, ItemWords, LineBox, ListBox } from './item-boxes.tsx';

/** Head and end of the document: what it is about, who signs, who receives it. Who issues it was chosen at the start. */
export function CoverForm({ item }: { item: ItemOf<'cover'> }) {
  const t = useText();
  return (
    <>
      <ItemWords item={item} field="title" label={t('writing.field.title')} first />
      <div className={classes['fields']}>
        <LineBox item={item} field="parentBody" form={maybeText} label={t('writing.field.parentBody')} />
        <LineBox item={item} field="symbol" label={t('writing.field.symbol')} />
        <LineBox item={item} field="place" label={t('writing.field.place')} />
      </div>
      <ItemWords item={item} field="opening" label={t('writing.field.opening')} />
      <div className={classes['fields']}>
        <LineBox
          item={item}
          field="onBehalfOf"
          form={maybeText}
          label={t('writing.field.onBehalfOf')}
          description={t('writing.onBehalfOf.hint')}
        />
        <ChoiceOf
          item={item}
          field="mark"
          label={t('writing.field.mark')}
          choices={signingMarks}
          name={(one) => t(`writing.mark.${one as (typeof signingMarks)[number]}`)}
          none={t('writing.mark.none')}
        />
        <LineBox item={item} field="markTitle" form={maybeText} label={t('writing.field.markTitle')} />
        <LineBox item={item} field="signerTitle" label={t('writing.field.signerTitle')} />
        <LineBox item={item} field="signerName" label={t('writing.field.signerName')} />
      </div>
      <ListBox
        item={item}
        field="recipients"
        label={t('writing.field.recipients')}
        description={t('writing.recipients.hint')}
      />
    </>
  );
}
