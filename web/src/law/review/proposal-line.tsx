import type { ProposalStep } from '@mangnon/domain/law/proposal.workflow.ts';
import type { Proposal } from '@mangnon/domain/law/review.api.ts';
import { Button } from '@mantine/core';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DocumentLink } from '../document-link.tsx';
import classes from '../law.module.css';

/** One proposal: what, about which text, who, by when, how it stands, what can be done now. */
export function ProposalLine({ proposal, onStep }: { proposal: Proposal; onStep: (step: ProposalStep) => void }) {
  const t = useText();
  const { text, act, words, reason, proposer, receiver, dueOn, answerDueOn, state, daysLate, steps, transitions } =
    proposal;
  const due = state === 'preparing' ? dueOn : state === 'sent' ? answerDueOn : null;
  return (
    <>
      <div className={classes['line']}>
        <span>
          <strong>{t(`law.act.${act}`)}</strong> {text ? <DocumentLink document={text} /> : null}: {words}
        </span>
        <span>
          {t(`law.proposal.state.${state}`)}
          {due === null ? null : ` · ${t('law.proposal.due', { day: formatDay(due) })}`}{' '}
          {daysLate > 0 ? <span className={classes['late']}>{t('law.proposal.late', { days: daysLate })}</span> : null}
        </span>
      </div>
      <p className={classes['soft']}>
        {t('law.proposal.who', { proposer, receiver })} {reason}
      </p>
      {steps.length > 0 ? (
        <ul className={classes['list']}>
          {steps.map(({ step, words: said, document, by, at }) => (
            <li key={at} className={classes['soft']}>
              {[t(`law.step.done.${step}`), document, said, t('law.by', { by, at: formatInstant(at) })]
                .filter((part) => part !== null)
                .join(' · ')}
            </li>
          ))}
        </ul>
      ) : null}
      {transitions.length > 0 ? (
        <div className={classes['buttons']}>
          {transitions.map((step) => (
            <Button key={step} size="compact-sm" variant="default" onClick={() => onStep(step)}>
              {t(`law.step.${step}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}
