import { findingKey, tellFinding, type Finding } from '@mangnon/domain/indicators/finding.ts';
import { explainFinding } from '@mangnon/domain/reports/versions.api.ts';
import { Anchor, Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useLanguage, useText } from '../../platform/language.tsx';
import { useReportAct } from '../use-report-act.ts';
import { cellOf, useEntryTools } from './entry-tools.ts';
import classes from './entry.module.css';

/** What is noticed about the form while it is typed: a click goes to the cell, a warning is explained in place. */
export function Findings({
  versionId,
  findings,
  explained,
}: {
  versionId: string;
  findings: readonly Finding[];
  explained: Readonly<Record<string, string>>;
}) {
  const t = useText();
  const id = useId();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter((one) => one.severity === 'warning' && !explained[findingKey(one)]).length;
  return (
    <section aria-labelledby={id} className={classes['findings']}>
      <h2 id={id}>{t('entry.findings')}</h2>
      <output className={classes['soft']}>
        {errors + warnings === 0 ? t('entry.findings.none') : t('entry.findings.count', { errors, warnings })}
      </output>
      <ul>
        {findings.map((one) => (
          <OneFinding
            key={findingKey(one)}
            versionId={versionId}
            finding={one}
            explained={explained[findingKey(one)] ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

function OneFinding({
  versionId,
  finding,
  explained,
}: {
  versionId: string;
  finding: Finding;
  explained: string | null;
}) {
  const t = useText();
  const { language } = useLanguage();
  const { form, goTo, writes } = useEntryTools();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState(explained ?? '');
  const [short, setShort] = useState(false);
  const explain = useReportAct(
    () => call(explainFinding, { params: { versionId }, body: { finding: findingKey(finding), words: words.trim() } }),
    () => setOpen(false),
  );
  const warning = finding.severity === 'warning';
  const state = !warning ? 'error' : explained === null ? 'warning' : 'explained';
  return (
    <li className={classes['finding']} data-severity={finding.severity} data-settled={explained !== null}>
      <p>
        <strong>{t(`entry.finding.${state}`)}.</strong> {tellFinding(finding)[language]}{' '}
        <Anchor component="button" type="button" onClick={() => goTo(cellOf(finding, form))}>
          {t('entry.finding.go')}
        </Anchor>
      </p>
      {explained === null || open ? null : <p className={classes['soft']}>«{explained}»</p>}
      {explain.error ? <ErrorNotice error={explain.error} /> : null}
      {!warning || !writes ? null : open ? (
        <>
          <Textarea
            data-autofocus
            label={t('entry.finding.words')}
            value={words}
            autosize
            maxLength={1000}
            error={short ? t('entry.finding.short') : undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            mt={4}
            disabled={explain.isPending}
            onClick={() => {
              setShort(words.trim().length < 3);
              if (words.trim().length >= 3) explain.mutate();
            }}
          >
            {t('entry.finding.save')}
          </Button>
        </>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t(explained === null ? 'entry.finding.words' : 'entry.finding.change')}
        </Button>
      )}
    </li>
  );
}
