import { proposalActs, type ProposalAct, type ProposalStep } from '@mangnon/domain/law/proposal.workflow.ts';
import { addProposal, takeProposalStep, type Review } from '@mangnon/domain/law/review.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { useDocumentWords } from '../document-words.ts';
import { FieldsDialog } from '../edit/fields.dialog.tsx';
import type { Field } from '../edit/read-fields.ts';

/** Who proposes what about a text, by when. */
export function ProposalDialog({ texts, onClose }: { texts: Review['texts']; onClose: () => void }) {
  const t = useText();
  const words = useDocumentWords();
  const fields: Field[] = [
    {
      name: 'act',
      kind: 'choice',
      label: t('law.proposal.act'),
      needed: true,
      options: proposalActs.map((value) => ({ value, label: t(`law.act.${value}`) })),
    },
    {
      name: 'textId',
      kind: 'choice',
      label: t('law.proposal.text'),
      needed: true,
      when: ({ act }) => act !== 'new',
      options: texts.map((text) => ({ value: text.id, label: `${words.name(text)} – ${text.title}` })),
    },
    { name: 'words', kind: 'text', label: t('law.proposal.words'), needed: true },
    { name: 'reason', kind: 'text', label: t('law.proposal.reason'), needed: true },
    { name: 'proposer', kind: 'line', label: t('law.proposal.proposer'), needed: true },
    { name: 'receiver', kind: 'line', label: t('law.proposal.receiver'), needed: true },
    { name: 'dueOn', kind: 'day', label: t('law.proposal.dueOn'), needed: true },
  ];
  return (
    <FieldsDialog
      title={t('law.proposal.add')}
      action={t('law.save')}
      fields={fields}
      begin={{ act: 'amend' }}
      save={(read) =>
        call(addProposal, {
          body: read as {
            act: ProposalAct;
            textId: string | null;
            words: string;
            reason: string;
            proposer: string;
            receiver: string;
            dueOn: string;
          },
        })
      }
      onClose={onClose}
    />
  );
}

export interface TakenStep {
  readonly proposalId: string;
  readonly step: ProposalStep;
}

/** A step with what it asks for: the document it goes by, or the reason. */
export function StepDialog({ taken: { proposalId, step }, onClose }: { taken: TakenStep; onClose: () => void }) {
  const t = useText();
  const byDocument = step === 'send' || step === 'accept';
  const fields: Field[] = [
    {
      name: 'document',
      kind: 'line',
      label: t('law.step.document'),
      hint: t('law.step.document.hint'),
      needed: byDocument,
    },
    {
      name: 'words',
      kind: 'text',
      label: t(byDocument ? 'law.text.note' : 'law.proposal.reason'),
      needed: !byDocument,
    },
    ...(step === 'send' ? [{ name: 'answerDueOn', kind: 'day', label: t('law.step.answerDueOn') } as const] : []),
  ];
  return (
    <FieldsDialog
      title={t(`law.step.${step}`)}
      action={t('law.save')}
      fields={fields}
      begin={{}}
      save={({ document = null, words = null, answerDueOn = null }) =>
        call(takeProposalStep, {
          params: { proposalId },
          body: {
            step,
            document: document as string | null,
            words: words as string | null,
            answerDueOn: answerDueOn as string | null,
          },
        })
      }
      onClose={onClose}
    />
  );
}
