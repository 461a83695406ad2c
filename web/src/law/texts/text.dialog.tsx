import { textKinds, type LegalText } from '@mangnon/domain/law/legal-text.ts';
import { addText, changeText, type TextPage } from '@mangnon/domain/law/texts.api.ts';
import { trusts } from '@mangnon/domain/places/place.ts';
import { call } from '../../platform/api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { useDocumentWords } from '../document-words.ts';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import type { Field } from '../edit/read-fields.ts';

/** Adding a known text, or putting one right. */
export function TextDialog({ text, onClose }: { text: TextPage['text'] | null; onClose: () => void }) {
  const t = useText();
  const { kindOf } = useDocumentWords();
  const fields: Field[] = [
    {
      name: 'kind',
      kind: 'choice',
      label: t('law.column.kind'),
      needed: true,
      options: textKinds.map((value) => ({ value, label: kindOf(value) })),
    },
    { name: 'number', kind: 'line', label: t('law.column.number'), needed: true, hint: t('law.text.number.hint') },
    { name: 'issuedOn', kind: 'day', label: t('law.column.issued'), needed: true, hint: t('law.text.day.hint') },
    { name: 'issuer', kind: 'line', label: t('law.column.issuer'), needed: true },
    { name: 'title', kind: 'text', label: t('law.column.title'), needed: true },
    { name: 'inForceFrom', kind: 'day', label: t('law.text.from') },
    { name: 'inForceTo', kind: 'day', label: t('law.text.to'), hint: t('law.text.to.hint') },
    {
      name: 'trust',
      kind: 'choice',
      label: t('law.column.trust'),
      needed: true,
      options: trusts.map((value) => ({ value, label: t(`places.trust.${value}`) })),
    },
    { name: 'sourceUrl', kind: 'line', label: t('law.text.source'), hint: t('law.text.source.hint') },
    { name: 'note', kind: 'text', label: t('law.text.note') },
  ];
  const day = (iso: string | null | undefined) => (iso ? formatDay(iso) : '');
  return (
    <FieldsDialog
      title={t(text === null ? 'law.texts.add' : 'law.text.change')}
      action={t('law.save')}
      fields={fields}
      begin={{
        kind: text?.kind ?? 'decision',
        number: text?.number ?? '',
        issuedOn: day(text?.issuedOn),
        issuer: text?.issuer ?? '',
        title: text?.title ?? '',
        inForceFrom: day(text?.inForceFrom),
        inForceTo: day(text?.inForceTo),
        trust: text?.trust ?? 'unverified',
        sourceUrl: text?.sourceUrl ?? '',
        note: text?.note ?? '',
      }}
      save={(read) => {
        const body = read as unknown as LegalText;
        return text === null
          ? call(addText, { body })
          : call(changeText, { params: { textId: text.id }, body: { ...body, seen: text.changedAt } });
      }}
      onClose={onClose}
    />
  );
}
