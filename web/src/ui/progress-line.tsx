import classes from './progress-line.module.css';

/** Progress that is known, with its words beside it: `share` from 0 to 1, or null while nothing can be counted. */
export function ProgressLine({ share, label, words }: { share: number | null; label: string; words: string }) {
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div className={classes['progress']}>
      <div
        className={classes['track']}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <progress> cannot be drawn the same everywhere
        role="progressbar"
        aria-label={label}
        aria-valuetext={words}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === undefined ? {} : { 'aria-valuenow': percent })}
      >
        <div
          className={classes['bar']}
          {...(percent === undefined ? { 'data-unknown': true } : { style: { width: `${percent}%` } })}
        />
      </div>
      <span aria-hidden>{words}</span>
    </div>
  );
}
