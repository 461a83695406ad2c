import type { DraftFact, FactOf } from '@mangnon/domain/plans/draft-fact.ts';
import type { ReactNode } from 'react';
import { formatDay, formatNumber } from '../../../platform/format.ts';
import { useLanguage, useText } from '../../../platform/language.tsx';
import classes from './rows.module.css';

/** A fact as it is read, whole. */
export function FactWords({ fact }: { fact: DraftFact }): ReactNode {
  switch (fact.kind) {
    case 'task':
      return <TaskWords task={fact} />;
    case 'target':
      return <TargetWords target={fact} />;
    case 'reporting':
      return <ReportingWords duty={fact} />;
    case 'legal_basis':
      return <LegalBasisWords basis={fact} />;
    case 'heading':
      return <HeadingWords heading={fact} />;
    case 'doubt':
      return null; // Its sentence stands with the doubts.
  }
}

/** Small facts beside their names; those that are missing are left out. */
function Details({ of }: { of: readonly (readonly [name: string, value: string | null])[] }) {
  const known = of.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={classes['details']}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TaskWords({ task }: { task: FactOf<'task'> }) {
  const t = useText();
  // The lead stands over the group.
  const { text, coordinating, due } = task.data;
  return (
    <>
      <p className={classes['words']}>{text}</p>
      <Details
        of={[
          [t('review.field.coordinating'), coordinating.join('; ')],
          [t('review.field.due'), due && dueText(due)],
        ]}
      />
    </>
  );
}

/** The printed words, and the days they mean. */
function dueText(due: NonNullable<FactOf<'task'>['data']['due']>): string {
  const days = [due.from, due.to].map((day) => (day === null ? '…' : formatDay(day))).join(' – ');
  if (due.from === null && due.to === null) return due.text;
  return due.text === '' ? days : `${due.text} (${days})`;
}

function TargetWords({ target }: { target: FactOf<'target'> }) {
  const t = useText();
  const { language } = useLanguage();
  const { text, comparator, value, valueTo, unit, year, owner } = target.data;
  const number = (one: number) => formatNumber(one, language);
  const range = valueTo === null ? number(value) : t('review.range', { from: number(value), to: number(valueTo) });
  // «Từ 5% đến 7%» says it whole.
  const word = valueTo !== null && /^[<>]/.test(comparator) ? '' : t(`review.comparator.${comparator}`);
  const space = unit === '' || unit === '%' || unit === '‰' || unit.startsWith('/') ? '' : ' ';
  return (
    <>
      <p className={classes['words']}>
        <strong className={classes['figure']}>
          {word} {range}
          {space}
          {unit}
        </strong>{' '}
        {text}
      </p>
      <Details
        of={[
          [t('review.field.year'), year === null ? null : String(year)],
          [t('review.field.owner'), owner.join('; ')],
        ]}
      />
    </>
  );
}

function ReportingWords({ duty }: { duty: FactOf<'reporting'> }) {
  const t = useText();
  const { period, due, from, to, via } = duty.data;
  const day = due && `${String(due.day).padStart(2, '0')}/${String(due.month).padStart(2, '0')}`;
  return (
    <>
      <p className={classes['words']}>
        <strong>{t(`review.period.${period}`)}</strong>
        {day ? `, ${t('review.before', { day })}` : null}
      </p>
      <Details
        of={[
          [t('review.field.from'), from.join('; ')],
          [t('review.field.to'), to],
          [t('review.field.via'), via],
        ]}
      />
    </>
  );
}

function LegalBasisWords({ basis }: { basis: FactOf<'legal_basis'> }) {
  const t = useText();
  const { kind, number, issuedOn, issuer } = basis.data;
  return (
    <p className={classes['words']}>
      {kind} <strong>{number}</strong>
      {issuedOn ? ` ${t('review.onDay', { day: formatDay(issuedOn) })}` : null}
      {issuer ? ` – ${issuer}` : null}
    </p>
  );
}

function HeadingWords({ heading }: { heading: FactOf<'heading'> }) {
  const t = useText();
  const { kind, number, issuer, place, issuedOn, title, signatoryName, signatoryCapacity } = heading.data;
  const missing = t('review.missing');
  return (
    <>
      <p className={classes['words']}>{title || missing}</p>
      <Details
        of={[
          [t('review.field.kind'), kind],
          [t('review.field.number'), number ?? missing],
          [t('review.field.issuedOn'), issuedOn ? formatDay(issuedOn) : missing],
          [t('review.field.issuer'), issuer ?? missing],
          [t('review.field.place'), place],
          [t('review.field.signatoryName'), signatoryName],
          [t('review.field.signatoryCapacity'), signatoryCapacity],
        ]}
      />
    </>
  );
}
