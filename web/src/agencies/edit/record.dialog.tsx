import type { OfficeChange } from '@mangnon/domain/agencies/office-change.ts';
import { changeOffices } from '@mangnon/domain/agencies/offices.api.ts';
import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../platform/api.ts';
import { readDayText } from '../../platform/day-text.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { isRefusal } from '../../platform/refusal-error.ts';
import { AgencyBox } from './agency-box.tsx';
import { bareRecord } from './bare-record.ts';
import { useEditTools, type Editing } from './edit-context.ts';
import { HoursField } from './hours-field.tsx';
import { RecordField } from './record-field.tsx';
import { recordFields, replaceable } from './record-fields.ts';
import { readRecord, replaceRecord, startRecord, type RecordText } from './record-values.ts';
import classes from './record.module.css';

type Mode = 'add' | 'replace' | 'amend' | 'end' | 'withdraw';

/** Writing one thing about the agencies of a place: something new, its successor, a correction, its end. */
export function RecordDialog({
  editing,
  onClose,
  onDone,
}: {
  editing: Editing;
  onClose: () => void;
  onDone: (done: string) => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const { place } = useEditTools();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const { kind, record, fixed } = editing;
  const modes: readonly Mode[] =
    record === null ? ['add'] : [...(replaceable.has(kind) ? (['replace'] as const) : []), 'amend', 'end', 'withdraw'];
  const [mode, setMode] = useState<Mode>(modes[0] ?? 'add');
  const [typed, setTyped] = useState<RecordText>(() => startMode(modes[0] ?? 'add'));
  const [lastDay, setLastDay] = useState('');
  const [asked, setAsked] = useState(false);
  const [newId] = useState(() => crypto.randomUUID());
  const write = useMutation({
    mutationFn: (changes: OfficeChange[]) => call(changeOffices, { params: { placeId: place.id }, body: { changes } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone(t(`record.done.${mode}`));
    },
    onError: () => focusFirstError(null, null, { currentTarget: form.current }),
  });
  const asksFields = mode === 'add' || mode === 'replace' || mode === 'amend';
  const read = asksFields
    ? readRecord(kind, typed, { ...fixed, id: mode === 'amend' && record !== null ? record.id : newId })
    : null;
  const lastIs = readDayText(lastDay);
  // A refusal that names a field of the form stands beside it, any other above.
  const refusal = isRefusal(write.error) ? write.error : null;
  const named = refusal?.where?.split('.').at(-1);
  const beside = named !== undefined && asksFields && recordFields[kind].some(({ name }) => name === named);

  function startMode(next: Mode): RecordText {
    const started = startRecord(kind, record === null ? null : bareRecord(record));
    // Who follows begins on a day of their own, and has no last one yet.
    return next === 'replace'
      ? { ...started, texts: { ...started.texts, name: '', phone: '', charge: '', validFrom: '', validTo: '' } }
      : started;
  }
  function choose(next: Mode) {
    setMode(next);
    setTyped(startMode(next));
    setAsked(false);
    write.reset();
  }
  function error(name: string): string | undefined {
    const problem = asked ? read?.problems?.get(name) : undefined;
    if (problem !== undefined) return t(problem);
    return beside && named === name ? refusal?.sentence[language] : undefined;
  }
  function submit() {
    setAsked(true);
    const changes = makeChanges();
    if (changes === null) focusFirstError(null, null, { currentTarget: form.current });
    else write.mutate(changes);
  }
  function makeChanges(): OfficeChange[] | null {
    if (record !== null && mode === 'end') {
      return lastIs === null ? null : [{ change: 'end', kind, id: record.id, validTo: lastIs }];
    }
    if (record !== null && mode === 'withdraw') return [{ change: 'withdraw', kind, id: record.id }];
    if (!read?.record) return null;
    if (record === null) return [{ change: 'add', record: read.record }];
    return mode === 'replace'
      ? replaceRecord(bareRecord(record), read.record)
      : [{ change: 'amend', record: read.record }];
  }
  const put = (name: string, text: string) => {
    setTyped({ ...typed, texts: { ...typed.texts, [name]: text } });
    write.reset();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={
        record === null
          ? t(`record.${kind}.add`)
          : t('record.edit.of', { name: 'name' in record ? record.name : t(`record.${kind}`) })
      }
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        ref={form}
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {modes.length > 1 ? (
          <Radio.Group label={t('record.mode')} value={mode} onChange={(next) => choose(next)}>
            <div className={classes['choices']}>
              {modes.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`record.mode.${one}`)}
                  description={t(`record.mode.${one}.does`)}
                />
              ))}
            </div>
          </Radio.Group>
        ) : null}
        {asksFields
          ? recordFields[kind].map((spec) =>
              spec.kind === 'hours' ? (
                <HoursField
                  key={spec.name}
                  value={typed.hours}
                  error={error(spec.name)}
                  onHours={(hours) => {
                    setTyped({ ...typed, hours });
                    write.reset();
                  }}
                />
              ) : spec.kind === 'agency' ? (
                <AgencyBox
                  key={spec.name}
                  label={t('record.office.agencyId')}
                  value={typed.texts[spec.name] ?? ''}
                  known={record?.kind === 'office' ? { id: record.agencyId, name: record.agencyName } : null}
                  error={error(spec.name)}
                  onAgency={({ id, name }) => {
                    const own = t('record.office.name.of', {
                      agency: name,
                      place: place.fullName.replace(/^./, (letter) => letter.toLowerCase()),
                    });
                    const kept = typed.texts['name'] ?? '';
                    setTyped({ ...typed, texts: { ...typed.texts, agencyId: id, name: kept === '' ? own : kept } });
                    write.reset();
                  }}
                />
              ) : (
                <RecordField
                  key={spec.name}
                  kind={kind}
                  spec={spec}
                  value={typed.texts[spec.name] ?? ''}
                  error={error(spec.name)}
                  onText={(text) => put(spec.name, text)}
                />
              ),
            )
          : null}
        {mode === 'end' ? (
          <TextInput
            label={t('record.lastDay')}
            value={lastDay}
            error={asked && lastIs === null ? t('day.missing') : undefined}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
        ) : null}
        {mode === 'withdraw' ? <p>{t('record.withdraw.text')}</p> : null}
        {write.error && !beside ? <ErrorNotice error={write.error} /> : null}
        <div className={classes['buttons']}>
          <Button type="submit" disabled={write.isPending} {...(mode === 'withdraw' ? { color: 'red.9' } : {})}>
            {t(`record.do.${mode}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
