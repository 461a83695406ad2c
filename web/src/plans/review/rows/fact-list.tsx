import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../../platform/language.tsx';
import { useReview, useScreen, useTools } from '../review-tools.ts';
import type { ReviewKind } from '../screen-state.ts';
import { arrangeRows } from '../state/fact-rows.ts';
import type { Doubt } from '../state/grouping.ts';
import { FactRow } from './row-frame.tsx';
import classes from './rows.module.css';

const noDoubts: readonly Doubt[] = [];

/** The right side: every fact as a row, tasks under the agencies that lead them. */
export function FactList() {
  const t = useText();
  const { canEdit } = useTools();
  const facts = useReview((snapshot) => snapshot.facts);
  const { active, mode, heldIn, reveal } = useScreen((screen) => screen);
  const rows = useMemo(
    () => arrangeRows(facts, active !== null && heldIn !== null ? { factId: active, key: heldIn } : null),
    [facts, active, heldIn],
  );
  const modeNow = canEdit ? mode : 'look';
  const first = active !== null && facts.has(active) ? null : rows.order[0];

  const list = (some: readonly DraftFact[], offset = 0) => (
    <ol className={classes['list']}>
      {some.map((fact, at) => (
        <FactRow
          key={fact.id}
          fact={fact}
          number={offset + at + 1}
          doubts={fact.kind === 'doubt' ? [fact] : (rows.doubts.get(fact.id) ?? noDoubts)}
          state={fact.id === active ? modeNow : 'rest'}
          first={fact.id === first}
          reveal={fact.id === active && reveal.where !== 'document' ? reveal.count : 0}
        />
      ))}
    </ol>
  );
  const simple = (kind: ReviewKind, some: readonly DraftFact[]) => (
    <Section kind={kind} count={some.length}>
      {some.length === 0 ? <p className={classes['none']}>{t(`review.none.${kind}`)}</p> : list(some)}
    </Section>
  );

  return (
    <div className={classes['facts']}>
      {rows.general.length > 0 ? (
        <section aria-label={t('review.general')}>
          <h2 className={classes['section']}>{t('review.general')}</h2>
          {list(rows.general)}
        </section>
      ) : null}
      <Section kind="task" count={rows.groups.reduce((sum, group) => sum + group.tasks.length, 0)}>
        {rows.groups.length === 0 ? <p className={classes['none']}>{t('review.none.task')}</p> : null}
        {rows.groups.map((group, at) => {
          const before = rows.groups.slice(0, at).reduce((sum, one) => sum + one.tasks.length, 0);
          return (
            <section key={group.key} aria-label={group.key || t('review.noLead')}>
              <h3 className={classes['group']} data-unknown={group.key === '' || undefined}>
                <span>{group.key || t('review.noLead')}</span>
                <span className={classes['count']}>{t('review.count.tasks', { count: group.tasks.length })}</span>
              </h3>
              {list(group.tasks, before)}
            </section>
          );
        })}
      </Section>
      {simple('target', rows.targets)}
      {simple('reporting', rows.reporting)}
      {simple('legal_basis', rows.legalBases)}
      {simple('heading', rows.heading)}
    </div>
  );
}

function Section({ kind, count, children }: { kind: ReviewKind; count: number; children: ReactNode }) {
  const t = useText();
  // Hidden, not taken down: a thousand rows come back at once.
  const shown = useScreen((screen) => screen.shown.has(kind));
  return (
    <section aria-labelledby={`review-${kind}`} className={classes['kind']} hidden={!shown}>
      <h2 id={`review-${kind}`} className={classes['section']} data-kind={kind}>
        {t(`review.kind.${kind}`)} {kind === 'heading' ? null : <span className={classes['count']}>{count}</span>}
      </h2>
      {children}
    </section>
  );
}
