import type { Top, TopDuty, TopPlace } from '@mangnon/domain/law/top.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import classes from '../law.module.css';
import map from './top-map.module.css';
import { useTopWords } from './top-words.ts';

/** How a cell stands: of one place its state, of several the share of them. */
function standOf(place: TopPlace, done: number): 'done' | 'some' | 'none' | 'noPlan' {
  if (done === place.of) return 'done';
  if (done > 0) return 'some';
  return place.withPlan > 0 ? 'none' : 'noPlan';
}
const shapes = { done: '●', some: '◐', none: '○', noPlan: '·' } as const;

/** Duties by places: shape and shade say the same, and a click shows the sentences behind a cell. */
export function TopMap({ top, onCell }: { top: Top; onCell: (duty: TopDuty, place: TopPlace) => void }) {
  const t = useText();
  const { among } = useTopWords(top);
  const counted = top.level === 'commune' && top.within === null;
  return (
    <section className={classes['section']} aria-labelledby="theo-dia-ban">
      <h2 id="theo-dia-ban">{t('law.top.byPlace')}</h2>
      <p className={classes['soft']}>{t('law.top.byPlace.what', { among })}</p>
      <ul className={map['legend']}>
        {(['done', 'some', 'none', 'noPlan'] as const)
          .filter((stand) => counted || stand !== 'some')
          .map((stand) => (
            <li key={stand}>
              <span aria-hidden className={map['cell']} data-stand={stand}>
                {shapes[stand]}
              </span>{' '}
              {t(`law.top.stand.${stand}`)}
            </li>
          ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className={map['scroll']} tabIndex={0} aria-label={t('law.top.map')}>
        <table className={map['map']}>
          <thead>
            <tr>
              <th scope="col">{t('law.column.place')}</th>
              {top.duties.map((duty, at) => (
                <th key={duty.id} scope="col" title={duty.words}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {top.places.map((place) => (
              <tr key={place.id}>
                <th scope="row">
                  {counted ? (
                    <PageLink
                      to="/van-ban/$higherId/nhin-tu-tren"
                      params={{ higherId: top.higher.id }}
                      search={{ cap: 'xa', tinh: place.id }}
                    >
                      {place.name}
                    </PageLink>
                  ) : (
                    place.name
                  )}
                </th>
                {top.duties.map((duty, at) => {
                  const done = place.done[at] ?? 0;
                  const stand = standOf(place, done);
                  const says = t('law.top.cell', {
                    duty: at + 1,
                    place: place.name,
                    stand: counted ? t('law.of', { some: done, all: place.of }) : t(`law.top.stand.${stand}`),
                  });
                  return (
                    <td key={duty.id}>
                      {done > 0 ? (
                        <button
                          type="button"
                          className={map['cell']}
                          data-stand={stand}
                          aria-label={says}
                          title={says}
                          onClick={() => onCell(duty, place)}
                        >
                          {counted ? done : shapes[stand]}
                        </button>
                      ) : (
                        <span className={map['cell']} data-stand={stand} title={says}>
                          <span aria-hidden>{shapes[stand]}</span>
                          <span className="for-screen-readers">{says}</span>
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
