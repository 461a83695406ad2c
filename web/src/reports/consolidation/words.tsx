import { headingWords, reportHeadings, type ReportHeading } from '@mangnon/domain/reports/report-headings.ts';
import { writeConsolidation, type ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useLanguage, useText } from '../../platform/language.tsx';
import { LockButton } from './lock.dialog.tsx';
import { move, type Paragraph } from './paragraphs.ts';
import classes from './consolidation.module.css';

/** The words of the consolidated report: what units wrote, picked, put in order and edited, each with whose it is. */
export function Words({ page }: { page: ConsolidationPage }) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const { regime, period, draft } = page;
  const stored: readonly Paragraph[] = draft?.paragraphs ?? [];
  const [own, setOwn] = useState<readonly Paragraph[] | null>(null);
  const [id] = useState(() => crypto.randomUUID());
  const shown = own ?? stored;
  const save = useMutation({
    mutationFn: () =>
      call(writeConsolidation, {
        params: { regimeId: regime.id },
        body: {
          id: draft?.id ?? id,
          dueOn: period.dueOn,
          base: draft?.revision ?? 0,
          paragraphs: shown
            .filter(({ words }) => words.trim() !== '')
            .map(({ words, from, ...paragraph }) => ({
              id: paragraph.id,
              heading: paragraph.heading,
              words: words.trim(),
              from: from === undefined ? null : { versionId: from },
            })),
        },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['reports', 'sums', regime.id] });
      setOwn(null);
    },
  });
  return (
    <section className={`${classes['part']} not-printed`}>
      <h2>{t('sums.words')}</h2>
      {save.error ? <ErrorNotice error={save.error} /> : null}
      {shown.length === 0 ? <p className={classes['soft']}>{t('sums.words.none')}</p> : null}
      {reportHeadings.map((heading) => (
        <div key={heading} className={classes['heading']}>
          <h3>{headingWords[heading][language]}</h3>
          <Paragraphs heading={heading} shown={shown} onChange={setOwn} />
          <Offered heading={heading} page={page} shown={shown} onTake={(taken) => setOwn([...shown, taken])} />
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              setOwn([...shown, { id: crypto.randomUUID(), heading, words: '', unit: null, edited: false }])
            }
          >
            {t('sums.words.add')}
          </Button>
        </div>
      ))}
      <Group mt="lg">
        <Button disabled={save.isPending || own === null} onClick={() => save.mutate()}>
          {t('sums.words.save')}
        </Button>
        {own === null ? <LockButton page={page} /> : null}
        <output className={classes['soft']}>
          {own === null ? (save.isSuccess ? t('sums.words.saved') : null) : t('sums.words.unsaved')}
        </output>
      </Group>
    </section>
  );
}

function Paragraphs({
  heading,
  shown,
  onChange,
}: {
  heading: ReportHeading;
  shown: readonly Paragraph[];
  onChange: (paragraphs: readonly Paragraph[]) => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const ours = shown.filter((one) => one.heading === heading);
  return ours.map((paragraph, at) => (
    <div key={paragraph.id} className={classes['paragraph']}>
      <p className={classes['whose']}>
        {paragraph.unit === null ? t('sums.words.own') : t('sums.words.of', { unit: paragraph.unit.name })}
        {paragraph.unit !== null && paragraph.edited ? ` (${t('sums.words.edited')})` : null}
      </p>
      <Textarea
        aria-label={t('sums.words.label', { heading: headingWords[heading][language] })}
        value={paragraph.words}
        autosize
        minRows={2}
        maxLength={20_000}
        onChange={(event) => {
          const words = event.currentTarget.value;
          onChange(shown.map((one) => (one === paragraph ? { ...one, words, edited: one.unit !== null } : one)));
        }}
      />
      <Group gap="xs" mt={6}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={at === 0}
          onClick={() => onChange(move(shown, paragraph, -1))}
        >
          {t('sums.words.up')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={at === ours.length - 1}
          onClick={() => onChange(move(shown, paragraph, 1))}
        >
          {t('sums.words.down')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onChange(shown.filter((one) => one !== paragraph))}>
          {t('sums.words.remove')}
        </Button>
      </Group>
    </div>
  ));
}

function Offered({
  heading,
  page,
  shown,
  onTake,
}: {
  heading: ReportHeading;
  page: ConsolidationPage;
  shown: readonly Paragraph[];
  onTake: (paragraph: Paragraph) => void;
}) {
  const t = useText();
  const offered = page.offered.filter((one) => one.heading === heading);
  const isTaken = (placeId: string, agencyId: string) =>
    shown.some((one) => one.heading === heading && one.unit?.placeId === placeId && one.unit.agencyId === agencyId);
  if (offered.length === 0) return <p className={classes['soft']}>{t('sums.offered.none')}</p>;
  return (
    <details className={classes['offered']} open={offered.length <= 5}>
      <summary>
        {t('sums.offered')} ({offered.length})
      </summary>
      {offered.map(({ unit, versionId, words }) => {
        const taken = isTaken(unit.placeId, unit.agencyId);
        return (
          <blockquote key={versionId}>
            <p className={classes['whose']}>{unit.name}</p>
            <p>{words}</p>
            <Button
              size="compact-sm"
              variant="default"
              disabled={taken}
              onClick={() => onTake({ id: crypto.randomUUID(), heading, words, unit, edited: false, from: versionId })}
            >
              {t(taken ? 'sums.offered.taken' : 'sums.offered.take')}
            </Button>
          </blockquote>
        );
      })}
    </details>
  );
}
