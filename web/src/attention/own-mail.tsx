import { noticeChoice, type NoticeChoice } from '@mangnon/domain/attention/notice-choice.ts';
import {
  askOwnEmail,
  chooseDigest,
  confirmOwnEmail,
  removeOwnEmail,
  type OwnMail as OwnMailState,
} from '@mangnon/domain/attention/own-email.api.ts';
import { Button, Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useText } from '../platform/language.tsx';
import type { MessageKey } from '../platform/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { ownMailQuery } from './attention.queries.ts';

/** Where and how a person is written to; without an address they are told in the app. */
export function OwnMail() {
  const t = useText();
  const { data, error, refetch } = useQuery(ownMailQuery);
  return (
    <section id="nhan-thu">
      <h2>{t('ownMail.title')}</h2>
      <p>{t('ownMail.hint')}</p>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : data.sends ? (
        <Stack gap="md" maw="34rem">
          <Address own={data} />
          {data.email === null ? null : <Choice own={data} />}
        </Stack>
      ) : (
        <Notice tone="calm" title={t('ownMail.off')} />
      )}
    </section>
  );
}

function useOwnMail<Given>(act: (given: Given) => Promise<OwnMailState>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (own) => queryClient.setQueryData(ownMailQuery.queryKey, own),
  });
}

function Address({ own }: { own: OwnMailState }) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const ask = useOwnMail(async (given: string) => {
    const answer = await call(askOwnEmail, { body: { email: given } });
    setEmail('');
    return answer;
  });
  const confirm = useOwnMail((given: string) => call(confirmOwnEmail, { body: { code: given } }));
  const remove = useOwnMail(() => call(removeOwnEmail, {}));
  const error = ask.error ?? confirm.error ?? remove.error;
  return (
    <>
      {error ? <ErrorNotice error={error} marked /> : null}
      {own.email === null ? null : (
        <Group>
          <span>{t('ownMail.is', { email: own.email })}</span>
          <Button
            variant="default"
            size="compact-sm"
            disabled={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            {t('ownMail.remove')}
          </Button>
        </Group>
      )}
      {own.asked === null ? null : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate(code);
          }}
        >
          <Group align="flex-end">
            <TextInput
              label={t('ownMail.code', { email: own.asked })}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Button type="submit" disabled={confirm.isPending || code.trim() === ''}>
              {t('ownMail.confirm')}
            </Button>
          </Group>
        </form>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(email.trim());
        }}
      >
        <Group align="flex-end">
          <TextInput
            label={t(own.email === null ? 'ownMail.address' : 'ownMail.address.other')}
            type="email"
            autoComplete="email"
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={ask.isPending || !email.includes('@')}>
            {t('ownMail.ask')}
          </Button>
        </Group>
      </form>
    </>
  );
}

function Choice({ own }: { own: OwnMailState }) {
  const t = useText();
  const [choice, setChoice] = useState<NoticeChoice>(own.choice);
  const save = useOwnMail((given: NoticeChoice) => call(chooseDigest, { body: given }));
  const timed = choice.digest === 'daily' || choice.digest === 'weekly';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(choice);
      }}
    >
      <Stack gap="sm">
        {save.error ? <ErrorNotice error={save.error} /> : null}
        {save.isSuccess ? <Notice tone="calm" title={t('ownMail.saved')} alert /> : null}
        <Radio.Group
          label={t('ownMail.choice')}
          value={choice.digest}
          onChange={(digest) => setChoice({ ...choice, digest: noticeChoice.shape.digest.parse(digest) })}
        >
          <Stack gap={6} mt={6}>
            {noticeChoice.shape.digest.options.map((one) => (
              <Radio key={one} value={one} label={t(`ownMail.choice.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {timed ? (
          <Group>
            <NativeSelect
              label={t('ownMail.hour')}
              value={String(choice.hour)}
              data={Array.from({ length: 24 }, (_, hour) => ({
                value: String(hour),
                label: t('ownMail.hour.at', { hour: String(hour).padStart(2, '0') }),
              }))}
              onChange={(event) => setChoice({ ...choice, hour: Number(event.currentTarget.value) })}
            />
            {choice.digest === 'weekly' ? (
              <NativeSelect
                label={t('ownMail.weekday')}
                value={String(choice.weekday)}
                data={[1, 2, 3, 4, 5].map((weekday) => ({
                  value: String(weekday),
                  label: t(`calendar.weekday.${weekday}` as MessageKey),
                }))}
                onChange={(event) => setChoice({ ...choice, weekday: Number(event.currentTarget.value) })}
              />
            ) : null}
          </Group>
        ) : null}
        <div>
          <Button type="submit" disabled={save.isPending}>
            {t('ownMail.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
