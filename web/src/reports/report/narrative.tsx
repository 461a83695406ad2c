import { headingWords } from '@mangnon/domain/reports/report-headings.ts';
import { writeNarrative, type ReportVersionPage } from '@mangnon/domain/reports/versions.api.ts';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { isRefusal, NetworkError } from '../../platform/refusal-error.ts';
import { useSession } from '../../platform/session.queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { createWordsKeeper } from './words-keeper.ts';
import classes from './report.module.css';

type Part = ReportVersionPage['narrative'][number];

/** What the unit writes beside its figures, under each heading; saved as it is typed. */
export function Narrative({ page }: { page: ReportVersionPage }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <section>
      <h2>{t('version.words')}</h2>
      {page.narrative.map((part) =>
        page.can.edit ? (
          <NarrativeBox key={part.heading} versionId={page.id} part={part} />
        ) : (
          <div key={part.heading} className={classes['words']}>
            <h3>{headingWords[part.heading][language]}</h3>
            <p className={classes['written']}>{part.words === '' ? t('version.words.none') : part.words}</p>
          </div>
        ),
      )}
    </section>
  );
}

function NarrativeBox({ versionId, part }: { versionId: string; part: Part }) {
  const t = useText();
  const { language } = useLanguage();
  const { person } = useSession();
  const queryClient = useQueryClient();
  const [keeper] = useState(() =>
    createWordsKeeper({
      first: part,
      storage: localStorage,
      name: `mangnon.report-words/${person.id}/${versionId}/${part.heading}`,
      now: () => Date.now(),
      save: (words, base) =>
        call(writeNarrative, { params: { versionId }, body: { heading: part.heading, words, base } }),
      catchUp: () => queryClient.invalidateQueries({ queryKey: ['reports', 'version', versionId] }),
    }),
  );
  const { words, saved, savedAt, problem } = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot);
  useEffect(() => keeper.start(), [keeper]);
  useEffect(() => keeper.take(part), [keeper, part]);
  const clash = isRefusal(problem, 'reports.narrative_changed') ? problem : null;
  const by = clash?.details['name'];
  const waiting = words.trim() !== saved.words.trim();
  const time = savedAt === null ? null : formatInstant(new Date(savedAt).toISOString()).slice(0, 5);
  return (
    <div className={classes['words']}>
      <Textarea
        label={headingWords[part.heading][language]}
        value={words}
        autosize
        minRows={2}
        maxLength={20_000}
        onChange={(event) => keeper.type(event.currentTarget.value)}
        onBlur={() => keeper.leave()}
      />
      <output className={classes['soft']}>
        {problem instanceof NetworkError
          ? t('version.words.kept')
          : waiting
            ? t('version.words.saving')
            : time === null
              ? null
              : t('version.words.saved', { time })}
      </output>
      {clash === null ? null : (
        <Notice
          tone="doubt"
          alert
          title={t('version.words.clash', { name: typeof by === 'string' ? by : '' })}
          actions={
            <>
              <Button size="compact-sm" variant="default" onClick={() => keeper.settle('mine', part)}>
                {t('version.words.clash.mine')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => keeper.settle('theirs', part)}>
                {t('version.words.clash.take')}
              </Button>
            </>
          }
        >
          <p>{t('version.words.clash.theirs', { words: part.words })}</p>
        </Notice>
      )}
      {problem === null || clash !== null || problem instanceof NetworkError ? null : <ErrorNotice error={problem} />}
    </div>
  );
}
