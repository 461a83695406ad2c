import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './plan.module.css';

/** The heading of the document, and the way to each part of this page. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const t = useText();
  const { heading, recipients } = plan;
  const unknown = t('plans.unknown');
  const issued = heading.issuedOn ? formatDay(heading.issuedOn) : unknown;
  const facts = [
    ['plan.fact.kind', heading.kind],
    ['plan.fact.number', heading.number ?? unknown],
    ['plan.fact.issuer', heading.issuer ?? unknown],
    ['plan.fact.issued', heading.place ? `${heading.place}, ${issued}` : issued],
    ['plan.fact.signatory', [heading.signatoryCapacity, heading.signatoryName].filter(Boolean).join(' ') || unknown],
    ['plan.fact.adopted', t('plan.fact.adopted.value', { by: plan.adoptedBy, at: formatInstant(plan.adoptedAt) })],
    ['plan.fact.file', plan.fileName],
  ] as const;
  const parts = [
    ['nhiem-vu', 'plan.tasks', plan.tasks.length],
    ['chi-tieu', 'plan.targets', plan.targets.length],
    ['lich-bao-cao', 'plan.reporting', plan.reporting.length],
    ['can-cu', 'plan.bases', plan.legalBases.length],
  ] as const;
  return (
    <section aria-label={t('plan.facts')}>
      <dl className={classes['headingFacts']}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {recipients.length > 0 ? (
          <div>
            <dt>{t('plan.fact.recipients')}</dt>
            <dd>
              <details>
                <summary>{t('plan.fact.recipients.count', { count: recipients.length })}</summary>
                <ul>
                  {recipients.map((recipient) => (
                    <li key={recipient}>{recipient}</li>
                  ))}
                </ul>
              </details>
            </dd>
          </div>
        ) : null}
      </dl>
      <nav aria-label={t('plan.sections')} className={`${classes['parts']} not-printed`}>
        {parts.map(([id, key, count]) => (
          <a key={id} href={`#${id}`}>
            {t(key)} ({count})
          </a>
        ))}
      </nav>
    </section>
  );
}
