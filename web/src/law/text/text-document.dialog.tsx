import { setTextDocument, type TextPage } from '@mangnon/domain/law/texts.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import { usePlanOptions } from '../plan-options.ts';

/** Which adopted document is this very text; nothing chosen parts the two again. */
export function TextDocumentDialog({ text, onClose }: { text: TextPage['text']; onClose: () => void }) {
  const t = useText();
  const options = usePlanOptions();
  return (
    <FieldsDialog
      title={t('law.text.document.tie')}
      intro={<p>{t('law.text.document.tie.what')}</p>}
      action={t('law.save')}
      fields={[{ name: 'planId', kind: 'choice', label: t('law.text.document'), options }]}
      begin={{ planId: text.planId ?? '' }}
      save={({ planId }) =>
        call(setTextDocument, {
          params: { textId: text.id },
          body: { planId: planId === null || planId === '' ? null : String(planId) },
        })
      }
      onClose={onClose}
    />
  );
}
