import type { Against } from '@mangnon/domain/law/legal-text.ts';
import { addTargetValue, setTargetStart, type TargetPage } from '@mangnon/domain/law/target.api.ts';
import { call } from '../../platform/api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import type { Field } from '../edit/read-fields.ts';

const placeOf = ({ target, place }: TargetPage) => (target.origin === 'entered' ? (place?.id ?? null) : null);

/** What was reached in a year, with the document that says so. */
export function ValueDialog({ page, onClose }: { page: TargetPage; onClose: () => void }) {
  const t = useText();
  const fields: Field[] = [
    { name: 'year', kind: 'year', label: t('plan.targets.column.year'), needed: true },
    {
      name: 'what',
      kind: 'choice',
      label: t('law.value.what'),
      needed: true,
      options: [
        { value: 'figure', label: t('law.value.figure') },
        { value: 'back', label: t('law.value.back') },
      ],
    },
    {
      name: 'value',
      kind: 'figure',
      label: t('law.value.value', { unit: page.target.unit }),
      hint: t('law.value.hint'),
      needed: true,
      when: ({ what }) => what === 'figure',
    },
    {
      name: 'proof',
      kind: 'line',
      label: t('law.value.proof'),
      hint: t('law.value.proof.hint'),
      needed: true,
      when: ({ what }) => what === 'figure',
    },
    { name: 'proofUrl', kind: 'line', label: t('law.value.proofUrl'), when: ({ what }) => what === 'figure' },
    { name: 'note', kind: 'text', label: t('law.text.note') },
  ];
  return (
    <FieldsDialog
      title={t('law.value.add')}
      action={t('law.save')}
      intro={<p>{t('law.value.intro', { place: page.place?.name ?? t('law.target.wholeCountry') })}</p>}
      fields={fields}
      begin={{ year: page.on.slice(0, 4), what: 'figure' }}
      save={({ year, value, proof, proofUrl, note }) =>
        call(addTargetValue, {
          params: { targetId: page.target.id },
          body: {
            placeId: placeOf(page),
            year: Number(year),
            value: typeof value === 'number' ? value : null,
            proof: proof as string | null,
            proofUrl: proofUrl as string | null,
            note: note as string | null,
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** From where a target counts, and how it is measured. */
export function StartDialog({ page, onClose }: { page: TargetPage; onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const { start } = page;
  const isStart = ({ against }: Readonly<Record<string, string>>) => against === 'baseline';
  const fields: Field[] = [
    {
      name: 'against',
      kind: 'choice',
      label: t('law.start.against'),
      needed: true,
      options: [
        { value: 'baseline', label: t('law.start.against.baseline') },
        { value: 'previous_year', label: t('law.start.previous') },
      ],
    },
    { name: 'value', kind: 'figure', label: t('law.start.figure'), needed: true, when: isStart },
    { name: 'year', kind: 'year', label: t('law.start.year'), needed: true, when: isStart },
    { name: 'source', kind: 'line', label: t('law.start.source'), needed: true, when: isStart },
    { name: 'measure', kind: 'text', label: t('law.target.measure'), hint: t('law.target.measure.hint') },
  ];
  return (
    <FieldsDialog
      title={t('law.start.set')}
      action={t('law.save')}
      fields={fields}
      begin={{
        against: start?.against ?? 'baseline',
        value: start?.value == null ? '' : formatNumber(start.value, language),
        year: start?.year == null ? '' : String(start.year),
        source: start?.source ?? '',
        measure: start?.measure ?? '',
      }}
      save={({ against, value, year, source, measure }) =>
        call(setTargetStart, {
          params: { targetId: page.target.id },
          body: {
            placeId: placeOf(page),
            measure: measure as string | null,
            against: against as Against,
            start: typeof value === 'number' ? { value, year: Number(year), source: String(source) } : null,
          },
        })
      }
      onClose={onClose}
    />
  );
}
