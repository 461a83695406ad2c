import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { drawTimeline, type Stretch } from './head-timeline.ts';
import classes from './office.module.css';

/** Who headed the office when: a bar each, heads dark and deputies light, the day asked for as a line. */
export function HeadPicture({ stretches, on }: { stretches: readonly Stretch[]; on: string }) {
  const t = useText();
  const { years, bars, mark } = drawTimeline(stretches, on);
  // Where years would stand on each other, only some are written.
  const every = Math.ceil(years.length / 8);
  return (
    // The table beside it says the same in words.
    <div className={classes['picture']} aria-hidden>
      <div className={classes['years']}>
        {years.map(({ year, left }, at) =>
          at % every === 0 ? (
            <span key={year} style={{ left: `${left}%` }}>
              {year}
            </span>
          ) : null,
        )}
      </div>
      <div className={classes['bars']}>
        {bars.map((bar) => (
          <div key={bar.id} className={classes['lane']}>
            <span className={classes['name']}>
              {bar.name} <small>{t(`record.head.role.${bar.role}`)}</small>
            </span>
            <span className={classes['track']}>
              <span
                className={classes['bar']}
                data-role={bar.role}
                {...(bar.validTo === null ? { 'data-open': true } : {})}
                style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
              />
            </span>
          </div>
        ))}
        <span className={classes['mark']} style={{ left: `${mark}%` }} />
      </div>
      <p className={classes['legend']}>{t('heads.mark', { day: formatDay(on) })}</p>
    </div>
  );
}
