import { notApplicableReasons, zeroReasons, type Value } from '@mangnon/domain/indicators/value.ts';
import { notApplicableWords, zeroWords } from '@mangnon/domain/indicators/value-words.ts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useLanguage, useText } from '../../platform/language.tsx';
import { answerReason, leaveReason, type Asking } from './entry-state.ts';
import { useEntry, useEntryTools } from './entry-tools.ts';
import classes from './entry.module.css';

type Told = Extract<Value, { state: 'zero' | 'not_applicable' }>;

/** Why a cell is zero, or does not concern the unit: one key for the usual reasons, words for another. */
export function ReasonDialog() {
  const asking = useEntry(({ entry }) => entry.asking);
  return asking === null ? null : <Reasons key={asking.keys.join(' ')} asking={asking} />;
}

function Reasons({ asking }: { asking: Asking }) {
  const t = useText();
  const { language } = useLanguage();
  const { store, form } = useEntryTools();
  const [other, setOther] = useState(false);
  const [words, setWords] = useState('');
  const [short, setShort] = useState(false);
  const reasons =
    asking.state === 'zero'
      ? zeroReasons.map((reason) => ({ told: { state: 'zero', reason } as const, label: zeroWords[reason][language] }))
      : notApplicableReasons.map((reason) => {
          return { told: { state: 'not_applicable', reason } as const, label: notApplicableWords[reason][language] };
        });
  const tell = (value: Told) => store.update((state) => answerReason(state, value));
  const last = reasons.at(-1);

  function tellWords() {
    if (words.trim().length < 3) return setShort(true);
    if (last !== undefined) tell({ ...last.told, words: words.trim() });
  }

  /** Arrows walk through the reasons, digits choose one. */
  function walk(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      buttons.at((at + by) % buttons.length)?.focus();
    }
    if (/^[1-9]$/.test(event.key)) buttons[Number(event.key) - 1]?.click();
  }

  const [only] = asking.keys;
  const name = asking.keys.length === 1 && only !== undefined ? form.names.get(only)?.[language] : undefined;
  return (
    <Modal
      opened
      size="sm"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      onClose={() => store.update(leaveReason)}
      title={t(`entry.reason.${asking.state}`)}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p>{name ?? t('entry.reason.cells', { count: asking.keys.length })}</p>
      {other ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            tellWords();
          }}
        >
          <TextInput
            // The reasons were there before it, and the keyboard with them.
            ref={(box) => box?.focus()}
            label={t('entry.reason.words')}
            value={words}
            maxLength={500}
            error={short ? t('entry.reason.short') : undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button mt="sm" type="submit">
            {t('entry.reason.save')}
          </Button>
        </form>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the buttons inside
        <div className={classes['reasons']} onKeyDown={walk}>
          {reasons.map(({ told, label }, at) => (
            <Button
              key={told.reason}
              variant="default"
              justify="flex-start"
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              onClick={() => (told.reason === 'other' ? setOther(true) : tell({ ...told, words: null }))}
            >
              {at + 1}. {label}
            </Button>
          ))}
        </div>
      )}
    </Modal>
  );
}
