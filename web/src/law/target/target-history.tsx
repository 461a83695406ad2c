import type { TargetPage } from '@mangnon/domain/law/target.api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from '../law.module.css';
import { useTargetWords } from './target-words.ts';

/** All that was ever written, corrections among it. */
export function TargetHistory({ history, unit }: { history: TargetPage['history']; unit: string }) {
  const t = useText();
  const words = useTargetWords();
  if (history.length === 0) return null;
  return (
    <section className={classes['section']}>
      <details>
        <summary>{t('law.history', { count: history.length })}</summary>
        <ol className={classes['list']}>
          {history.map(({ id, year, value, proof, note, by, at }) => (
            <li key={id}>
              {value === null
                ? t('law.history.back', { year: String(year) })
                : t('law.history.value', { year: String(year), value: words.figure(value, unit) })}{' '}
              <span className={classes['soft']}>
                {[proof, note, t('law.by', { by, at: formatInstant(at) })].filter((part) => part !== null).join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
