import { changePlaces, previewPlaceChanges } from '@mangnon/domain/places/place-changes.api.ts';
import type { PlacePage } from '@mangnon/domain/places/places.api.ts';
import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call } from '../../platform/api.ts';
import { readDayText } from '../../platform/day-text.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import { ChangeTable } from '../../platform/workbook/workbook-preview.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePlaceWords } from '../place-words.ts';
import {
  actKinds,
  addShares,
  buildChanges,
  decisionOf,
  findField,
  findGaps,
  newSuccessor,
  startAct,
  type ActField,
  type ActText,
} from './place-act.ts';
import classes from './place-edit.module.css';
import { SuccessorFields } from './successor-fields.tsx';

const lengths: Readonly<Record<string, number>> = { number: 80, issuer: 200, title: 500, link: 500 };

/** The act is typed, looked at as it would change the list, and only then written. */
export function PlaceActForm({ page }: { page: PlacePage }) {
  const t = useText();
  const { language } = useLanguage();
  const words = usePlaceWords();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [act, setAct] = useState<ActText>(() => startAct(page));
  const [asked, setAsked] = useState(false);
  const preview = useMutation({
    mutationFn: (typed: ActText) => call(previewPlaceChanges, { body: { changes: buildChanges(page, typed) } }),
    onSuccess: () => focusFirstError(null, null, { currentTarget: form.current }),
  });
  const write = useMutation({
    mutationFn: (typed: ActText) =>
      call(changePlaces, { body: { changes: buildChanges(page, typed), decision: decisionOf(typed) } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      await navigate({ to: '/dia-ban/$placeId', params: { placeId: page.place.id }, search: { daGhi: true } });
    },
  });
  const gaps = findGaps(act);
  const problems = preview.data?.problems ?? [];
  const unplaced = problems.filter((problem) => findField(page, act, problem) === null);
  const from = readDayText(act.from) ?? getToday();

  /** Anything typed makes the preview one of something else. */
  function edit(next: Partial<ActText>) {
    setAct({ ...act, ...next });
    preview.reset();
    write.reset();
  }
  function error(field: ActField): string | undefined {
    const gap = asked ? gaps.get(field) : undefined;
    if (gap !== undefined) return t(gap);
    const problem = problems.find((one) => findField(page, act, one) === field);
    return problem?.message[language];
  }
  const text = (field: 'from' | 'type' | 'name' | 'number' | 'day' | 'issuer' | 'title' | 'link', hint = false) => (
    <TextInput
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={
        field === 'issuer' || field === 'title' || field === 'link'
          ? t(`decision.${field}.known`)
          : t(`place.edit.${field}`)
      }
      {...(hint ? { description: t(`place.edit.${field as 'from' | 'number'}.hint`) } : {})}
      value={act[field]}
      error={error(field)}
      autoComplete="off"
      {...(field === 'from' || field === 'day'
        ? { inputMode: 'numeric' as const, maxLength: 10 }
        : { maxLength: lengths[field] ?? 120 })}
      onChange={(event) => edit({ [field]: event.currentTarget.value })}
    />
  );
  const sum = addShares(act.successors);

  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (gaps.size > 0) focusFirstError(null, null, { currentTarget: form.current });
        else preview.mutate(act);
      }}
    >
      <Radio.Group label={t('place.edit.kind')} value={act.kind} onChange={(kind) => edit({ kind })}>
        <div className={classes['choices']}>
          {actKinds
            .filter((kind) => kind !== 'end' || page.place.validTo === null)
            .map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`place.edit.kind.${kind}`)}
                description={t(`place.edit.kind.${kind}.does`)}
              />
            ))}
        </div>
      </Radio.Group>
      <div className={classes['line']}>
        {text('from', true)}
        {act.kind === 'rename' ? (
          <>
            {text('type')}
            {text('name')}
          </>
        ) : null}
      </div>
      {act.kind === 'rename' ? null : (
        <>
          {act.successors.map((one, index) => (
            <SuccessorFields
              key={one.key}
              at={index + 1}
              successor={one}
              on={from}
              error={error}
              onChange={(next) =>
                edit({ successors: act.successors.map((other) => (other.key === one.key ? next : other)) })
              }
              onRemove={() => edit({ successors: act.successors.filter((other) => other.key !== one.key) })}
            />
          ))}
          <div className={classes['buttons']}>
            <Button
              variant="default"
              onClick={() => {
                const key = Math.max(-1, ...act.successors.map((one) => one.key)) + 1;
                edit({ successors: [...act.successors, newSuccessor(key, page)] });
              }}
            >
              {t('place.edit.successor.add')}
            </Button>
          </div>
          {act.successors.length === 0 ? <p>{t('place.edit.successor.none')}</p> : null}
          <output {...(error('shares') ? { className: classes['wrong'] ?? '' } : {})}>
            {error('shares') ?? (sum === null ? null : t('place.edit.shares', { sum }))}
          </output>
          {act.successors.length > 0 ? (
            <NativeSelect
              label={t('place.edit.trust')}
              value={act.trust}
              onChange={(event) => edit({ trust: event.currentTarget.value as ActText['trust'] })}
              data={(['verified', 'secondary', 'unverified'] as const).map((trust) => ({
                value: trust,
                label: words.trust(trust),
              }))}
              maw={320}
            />
          ) : null}
        </>
      )}
      <div className={classes['line']}>
        {text('number', true)}
        {text('day')}
        {text('issuer')}
      </div>
      {text('title')}
      {text('link')}
      {preview.error ? <ErrorNotice error={preview.error} /> : null}
      {write.error ? <ErrorNotice error={write.error} /> : null}
      {problems.length > 0 ? (
        <Notice tone="danger" title={t('place.edit.problems', { count: problems.length })} alert>
          {unplaced.map(({ code, where, message }) => (
            <p key={`${code} ${where}`}>{message[language]}</p>
          ))}
        </Notice>
      ) : null}
      <div className={classes['buttons']}>
        <Button type="submit" variant={preview.data && problems.length === 0 ? 'default' : 'filled'}>
          {t('place.edit.preview')}
        </Button>
      </div>
      {preview.data && problems.length === 0 ? (
        preview.data.changes.length === 0 ? (
          <Notice tone="calm" title={t('place.edit.nothing')} alert />
        ) : (
          <section aria-labelledby="se-doi">
            <h2 id="se-doi">{t('place.edit.will')}</h2>
            <output>{t('place.edit.will.state', { count: preview.data.changes.length, number: act.number })}</output>
            <ChangeTable changes={preview.data.changes} tellWhat={({ what }) => t(`exchange.what.${what}`)} />
            <div className={classes['buttons']}>
              <Button disabled={write.isPending} onClick={() => write.mutate(act)}>
                {t('workbook.write')}
              </Button>
            </div>
          </section>
        )
      ) : null}
    </form>
  );
}
