import { Button } from '@mantine/core';
import { formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { decideClash, listTexts, typedAt } from './desk.ts';
import { useEntry, useEntryTools } from './entry-tools.ts';
import { tellValue } from './value-text.ts';
import classes from './entry.module.css';

/** Whether what was typed is saved, since when, and what is not. */
export function SaveLine() {
  const t = useText();
  const { language } = useLanguage();
  const { store } = useEntryTools();
  const { desk } = useEntry(({ entry }) => entry);
  const link = useEntry((snapshot) => snapshot.link);
  const texts = listTexts(desk).length;
  const waiting = desk.mine.size - texts - desk.clashes.size;
  const time = link.savedAt === null ? null : formatInstant(new Date(link.savedAt).toISOString()).slice(0, 5);
  const troubled = link.state !== 'fine' && waiting > 0;
  return (
    <div className={classes['save']}>
      {/* Read out only when it comes to rest: not at every key. */}
      <output data-troubled={troubled || !link.keptHere}>{tell()}</output>
      {waiting > 0 && !troubled ? <span aria-hidden="true">{t('entry.saving')}</span> : null}
      {texts > 0 ? <span data-troubled="true">{t('entry.texts', { count: texts })}</span> : null}
      {troubled ? (
        <Button size="compact-sm" variant="default" onClick={() => void store.flush()}>
          {t('error.retry')}
        </Button>
      ) : null}
    </div>
  );

  function tell(): string | null {
    if (!link.keptHere && waiting > 0) return t('entry.notKept', { count: waiting });
    if (troubled && link.state === 'lost') return t('entry.lost', { count: waiting });
    if (troubled) return t('entry.refused', { count: waiting, why: link.refusal?.[language] ?? '' });
    if (waiting > 0) return null;
    return time === null ? t('entry.savedAll') : t('entry.saved', { time });
  }
}

/** Cells that somebody else changed too: both values side by side, and the person decides. */
export function Clashes() {
  const t = useText();
  const { language } = useLanguage();
  const { store, form, goTo } = useEntryTools();
  const { desk } = useEntry(({ entry }) => entry);
  if (desk.clashes.size === 0) return null;
  const decide = (key: string, keep: 'mine' | 'theirs') =>
    store.update((state) => ({ ...state, desk: decideClash(state.desk, key, keep) }));
  return (
    <Notice tone="doubt" title={t('entry.clash.title', { count: desk.clashes.size })} alert>
      <p>{t('entry.clash.text')}</p>
      <ul className={classes['clashes']}>
        {[...desk.clashes.values()].map(({ key, value, enteredAt, enteredBy }) => {
          const by = enteredBy ?? t('entry.clash.somebody');
          const mine = typedAt(desk, key);
          const shown = mine.kind === 'text' ? `«${mine.text}»` : tellValue(mine.value, language);
          return (
            <li key={key}>
              <button type="button" className={classes['plainButton']} onClick={() => goTo(key)}>
                {form.names.get(key)?.[language] ?? key}
              </button>
              {enteredAt === null ? null : (
                <span className={classes['soft']}> {t('entry.clash.when', { by, at: formatInstant(enteredAt) })}</span>
              )}
              <div className={classes['acts']}>
                <Button size="compact-sm" variant="default" onClick={() => decide(key, 'mine')}>
                  {t('entry.clash.mine', { value: shown })}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => decide(key, 'theirs')}>
                  {t('entry.clash.theirs', { by, value: tellValue(value, language) })}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** So many are named one by one. */
const mostNamed = 30;

/** What of the last paste found no cell: nothing is lost without a word. */
export function LeftOver() {
  const t = useText();
  const { store } = useEntryTools();
  const leftOut = useEntry(({ entry }) => entry.leftOut);
  if (leftOut.length === 0) return null;
  return (
    <Notice
      tone="doubt"
      title={t('entry.leftOut.title', { count: leftOut.length })}
      alert
      actions={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => store.update((state) => ({ ...state, leftOut: [] }))}
        >
          {t('entry.leftOut.close')}
        </Button>
      }
    >
      <p>{t('entry.leftOut.text')}</p>
      <ul>
        {leftOut.slice(0, mostNamed).map((one) => (
          <li key={`${one.row} ${one.column}`}>{t('entry.leftOut.one', { ...one })}</li>
        ))}
        {leftOut.length > mostNamed ? <li>{t('entry.leftOut.more', { count: leftOut.length - mostNamed })}</li> : null}
      </ul>
    </Notice>
  );
}
