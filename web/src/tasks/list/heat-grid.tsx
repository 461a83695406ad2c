import { taskStatuses } from '@mangnon/domain/tasks/task-status.ts';
import type { getHeat } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { StatusMark, statusShapes } from '../status-mark.tsx';
import colours from '../status-colours.module.css';
import classes from './heat.module.css';

type Heat = z.infer<typeof getHeat.response>;

/** Units drawn at once; more are asked for. */
const step = 25;

/** Unit by sentence, each cell the status that most asks for attention: its shape tells it as well as its colour. */
export function HeatGrid({ heat }: { heat: Heat }) {
  const t = useText();
  const [shown, setShown] = useState(step);
  const used = new Set(heat.cells.map(({ sentence }) => sentence));
  const sentences = heat.sentences.map((one, at) => ({ ...one, at })).filter(({ at }) => used.has(at));
  const cellAt = new Map(heat.cells.map((cell) => [`${cell.unit} ${cell.sentence}`, cell]));
  const statuses = taskStatuses.filter((status) => heat.cells.some((cell) => cell.status === status));
  return (
    <>
      <ul aria-label={t('heat.legend')} className={classes['legend']}>
        {statuses.map((status) => (
          <li key={status}>
            <StatusMark status={status} />
          </li>
        ))}
      </ul>
      <div className={classes['box']}>
        <table aria-label={t('heat.grid')} className={classes['grid']}>
          <thead>
            <tr>
              <th scope="col">{t('heat.unit')}</th>
              {sentences.map(({ planTaskId, position, words }) => (
                <th key={planTaskId} scope="col" title={words}>
                  <span className="for-screen-readers">{t('heat.sentence', { position })}</span>
                  <span aria-hidden>{position}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.units.slice(0, shown).map((unit, row) => (
              <tr key={`${unit.agencyId} ${unit.placeId}`}>
                <th scope="row">{unit.name}</th>
                {sentences.map(({ planTaskId, at, position, words }) => {
                  const cell = cellAt.get(`${row} ${at}`);
                  if (cell === undefined)
                    return (
                      <td key={planTaskId}>
                        <span className="for-screen-readers">{t('heat.notGiven')}</span>
                      </td>
                    );
                  const said = t('heat.cell', {
                    unit: unit.name,
                    position,
                    status: t(`tasks.status.${cell.status}`),
                  });
                  return (
                    <td key={planTaskId}>
                      <PageLink
                        to="/nhiem-vu/$taskId"
                        params={{ taskId: cell.taskId }}
                        preload={false}
                        aria-label={said}
                        title={`${said}. ${words}`}
                        className={`${colours['filled']} ${classes['cell']}`}
                        data-status={cell.status}
                      >
                        {statusShapes[cell.status]}
                      </PageLink>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < heat.units.length ? (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('heat.more', { count: heat.units.length - shown })}
        </Button>
      ) : null}
    </>
  );
}
