import { decideCarriesOut } from '@mangnon/domain/law/cascade.api.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { useDocumentWords } from '../document-words.ts';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import { textsQuery } from '../law.queries.ts';
import { usePlanOptions } from '../plan-options.ts';

/** A text or higher plan found by a person, where the legal bases do not name it as it is known here. */
export function CarriesOutDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const t = useText();
  const words = useDocumentWords();
  const texts = useQuery(textsQuery({ q: '', kind: null, force: null }));
  const plans = usePlanOptions();
  const options = [
    ...(texts.data?.texts ?? []).map((text) => ({ value: text.id, label: `${words.name(text)} – ${text.title}` })),
    ...plans.filter(({ value }) => value !== planId),
  ];
  return (
    <FieldsDialog
      title={t('law.cascade.add')}
      action={t('law.cascade.carries')}
      fields={[{ name: 'higherId', kind: 'choice', label: t('law.cascade.higher'), needed: true, options }]}
      begin={{}}
      save={({ higherId }) =>
        call(decideCarriesOut, {
          params: { planId },
          body: { higherId: String(higherId), state: 'linked', origin: 'by_hand' },
        })
      }
      onClose={onClose}
    />
  );
}
