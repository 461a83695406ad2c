import type { TargetPage } from '@mangnon/domain/law/target.api.ts';
import { useText } from '../../platform/language.tsx';
import classes from '../law.module.css';
import { chartOf } from './target-chart.ts';
import own from './target-picture.module.css';
import { useTargetWords } from './target-words.ts';

const width = 640;
const height = 220;
const left = 56;
const right = 16;
const top = 16;
const bottom = 28;

/** What was reached, year by year, against the way to the goal. A year without a figure is a gap, never a line. */
export function TargetPicture({ page }: { page: TargetPage }) {
  const t = useText();
  const words = useTargetWords();
  const chart = chartOf(page);
  if (chart === null) return <p className={classes['finding']}>{t('law.picture.none')}</p>;
  const { years, runs, path, goal, least, most } = chart;
  const first = years[0] ?? 0;
  const span = Math.max(1, years.length - 1);
  const x = (year: number) => left + ((year - first) / span) * (width - left - right);
  const y = (value: number) => top + (1 - (value - least) / (most - least)) * (height - top - bottom);
  const line = (points: readonly { year: number; value: number }[]) =>
    points.map(({ year, value }) => `${x(year)},${y(value)}`).join(' ');
  const missing = years.filter(
    (year) => year <= Number(page.on.slice(0, 4)) && !runs.some((run) => run.some((point) => point.year === year)),
  );
  const sparse = Math.ceil(years.length / 8);
  return (
    <figure className={own['figure']}>
      <figcaption>
        {t(`law.picture.${page.standing.state}`)}{' '}
        {missing.length > 0 ? t('law.picture.missing', { years: missing.join(', ') }) : ''}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
        <line x1={left} x2={width - right} y1={y(least)} y2={y(least)} className={own['axis']} />
        {goal === null ? null : (
          <>
            <line x1={left} x2={width - right} y1={y(goal)} y2={y(goal)} className={own['goal']} />
            <text x={left - 6} y={y(goal) + 4} textAnchor="end">
              {words.figure(goal, '')}
            </text>
          </>
        )}
        {path.length > 1 ? <polyline points={line(path)} className={own['path']} /> : null}
        {runs.map((run) => (
          <polyline key={run[0]?.year} points={line(run)} className={own['reached']} />
        ))}
        {runs.flat().map(({ year, value }) => (
          <g key={year}>
            <circle cx={x(year)} cy={y(value)} r={4.5} className={own['point']} />
            <text x={x(year)} y={y(value) - 9} textAnchor="middle">
              {words.figure(value, '')}
            </text>
          </g>
        ))}
        {years
          .filter((_, at) => at % sparse === 0)
          .map((year) => (
            <text key={year} x={x(year)} y={height - 8} textAnchor="middle" className={own['year']}>
              {year}
            </text>
          ))}
      </svg>
      <ul className={own['legend']}>
        <li data-line="reached">{t('law.picture.reached.line')}</li>
        {path.length > 1 ? <li data-line="path">{t('law.picture.path.line')}</li> : null}
        {goal === null ? null : <li data-line="goal">{t('law.picture.goal.line')}</li>}
      </ul>
    </figure>
  );
}
