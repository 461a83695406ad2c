import { Button, Checkbox } from '@mantine/core';
import { memo, useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { needsChoice, unitKeyOf, unitsToGet, type GiveDraft, type Sentence } from './give-draft.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { UnitChooser } from './unit-chooser.tsx';
import { UnitNames } from './unit-names.tsx';
import classes from './giving.module.css';

/** One sentence of the plan: who would get it, when, and who has it. */
export const SentenceRow = memo(function SentenceRow({
  sentence,
  draft,
  mayGive,
  refusal,
  onDraft,
}: {
  sentence: Sentence;
  draft: GiveDraft;
  mayGive: boolean;
  /** Why the server did not take this sentence. */
  refusal: string | undefined;
  onDraft: (planTaskId: string, draft: GiveDraft) => void;
}) {
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  const { position, planTaskId } = sentence;
  const change = (part: Partial<GiveDraft>) => onDraft(planTaskId, { ...draft, ...part });
  const units = unitsToGet(sentence, draft);
  const byHand = new Set(draft.added.map(unitKeyOf));
  const partners = sentence.coordinating.flatMap((one) => one.units);
  return (
    <li className={classes['sentence']} {...(refusal === undefined ? {} : { 'data-refused': true })}>
      <div className={classes['tick']}>
        {mayGive && units.length > 0 ? (
          <Checkbox
            aria-label={t('giving.tick', { position })}
            checked={draft.ticked}
            onChange={(event) => change({ ticked: event.currentTarget.checked })}
          />
        ) : null}
      </div>
      <div className={classes['body']}>
        <p className={classes['soft']}>
          {t('giving.position', { position })}
          {sentence.section === '' ? null : ` · ${sentence.section}`}
        </p>
        <p>{sentence.text}</p>
        {refusal === undefined ? null : (
          <p role="alert" className={classes['refusal']}>
            {refusal}
          </p>
        )}
        <UnitNames
          label={t('giving.given')}
          names={sentence.given.map(({ taskId, unit, cancelled }) => ({
            key: taskId,
            shown: (
              <PageLink to="/nhiem-vu/$taskId" params={{ taskId }}>
                {cancelled ? t('giving.cancelled', { name: unit.name }) : unit.name}
              </PageLink>
            ),
          }))}
        />
        <UnitNames
          label={t('giving.to')}
          names={units.map((unit) => ({
            key: unitKeyOf(unit),
            shown: byHand.has(unitKeyOf(unit)) ? (
              <>
                {unit.name}{' '}
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('giving.drop', { name: unit.name })}
                  onClick={() => change({ added: draft.added.filter((one) => unitKeyOf(one) !== unitKeyOf(unit)) })}
                >
                  {t('giving.drop.short')}
                </Button>
              </>
            ) : (
              unit.name
            ),
          }))}
        />
        {partners.length > 100 ? (
          <p className={classes['soft']}>{t('giving.with.many')}</p>
        ) : (
          <UnitNames
            label={t('giving.with')}
            names={partners.map((unit) => ({ key: unitKeyOf(unit), shown: unit.name }))}
          />
        )}
        {needsChoice(sentence, draft) ? <WhyChoose sentence={sentence} /> : null}
        {mayGive && choosing ? (
          <UnitChooser
            label={t('giving.choose.agency', { position })}
            onUnit={(unit) => {
              change({ ticked: true, added: [...draft.added, unit] });
              setChoosing(false);
            }}
          />
        ) : null}
        <ScheduleFields
          schedule={draft.schedule}
          dueText={sentence.dueText}
          fixed={!mayGive || (units.length === 0 && sentence.given.length > 0)}
          onSchedule={(schedule) => change({ schedule })}
        />
        {!mayGive || choosing ? null : (
          <Button
            variant={needsChoice(sentence, draft) ? 'default' : 'subtle'}
            size="compact-sm"
            aria-label={`${t('giving.choose.open')}: ${t('giving.position', { position })}`}
            onClick={() => setChoosing(true)}
          >
            {t('giving.choose.open')}
          </Button>
        )}
      </div>
    </li>
  );
});

function WhyChoose({ sentence }: { sentence: Sentence }) {
  const t = useText();
  const open = sentence.lead.filter(({ answer }) => answer === 'choose');
  return (
    <p className={classes['choose']}>
      <strong>{t('giving.choose')}</strong>{' '}
      {sentence.lead.length === 0
        ? t('giving.choose.nobody')
        : open.map(({ printed, why }) => t(`giving.choose.${why ?? 'unknown'}`, { printed })).join(' ')}
    </p>
  );
}
