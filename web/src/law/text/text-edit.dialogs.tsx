import { relationKinds, type RelationKind } from '@mangnon/domain/law/legal-text.ts';
import { addTextDuty, addTextRelation } from '@mangnon/domain/law/texts.api.ts';
import { trusts, type Succession } from '@mangnon/domain/places/place.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { useDocumentWords } from '../document-words.ts';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import type { Field } from '../edit/read-fields.ts';
import { textsQuery } from '../law.queries.ts';

type Trust = Succession['trust'];

function useTrustField(): Field {
  const t = useText();
  const options = trusts.map((value) => ({ value, label: t(`places.trust.${value}`) }));
  return { name: 'trust', kind: 'choice', label: t('law.column.trust'), needed: true, options };
}

/** What this text does to another known one. */
export function RelationDialog({ textId, onClose }: { textId: string; onClose: () => void }) {
  const t = useText();
  const words = useDocumentWords();
  const trust = useTrustField();
  const known = useQuery(textsQuery({ q: '', kind: null, force: null }));
  const others = (known.data?.texts ?? []).filter(({ id }) => id !== textId);
  const fields: Field[] = [
    {
      name: 'kind',
      kind: 'choice',
      label: t('law.relation.kind'),
      needed: true,
      options: relationKinds.map((value) => ({ value, label: t(`law.relation.does.${value}`) })),
    },
    {
      name: 'otherId',
      kind: 'choice',
      label: t('law.relation.other'),
      needed: true,
      options: others.map((text) => ({ value: text.id, label: `${words.name(text)} – ${text.title}` })),
    },
    { name: 'on', kind: 'day', label: t('law.relation.on') },
    { name: 'article', kind: 'line', label: t('law.column.article') },
    trust,
  ];
  return (
    <FieldsDialog
      title={t('law.relation.add')}
      action={t('law.save')}
      fields={fields}
      begin={{ kind: 'amends', trust: 'unverified' }}
      save={(read) =>
        call(addTextRelation, {
          params: { textId },
          body: read as {
            kind: RelationKind;
            otherId: string;
            on: string | null;
            article: string | null;
            trust: Trust;
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** A duty of the text in words of the office. */
export function DutyDialog({ textId, onClose }: { textId: string; onClose: () => void }) {
  const t = useText();
  const fields: Field[] = [
    { name: 'article', kind: 'line', label: t('law.column.article'), needed: true, hint: t('law.duty.article.hint') },
    { name: 'words', kind: 'text', label: t('law.column.duty'), needed: true },
    { name: 'owner', kind: 'line', label: t('law.column.owner') },
    { name: 'due', kind: 'line', label: t('law.column.due') },
    useTrustField(),
  ];
  return (
    <FieldsDialog
      title={t('law.duty.add')}
      action={t('law.save')}
      fields={fields}
      begin={{ trust: 'unverified' }}
      save={(read) =>
        call(addTextDuty, {
          params: { textId },
          body: read as { article: string; words: string; owner: string | null; due: string | null; trust: Trust },
        })
      }
      onClose={onClose}
    />
  );
}
