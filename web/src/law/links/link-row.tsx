import type { LinkDecision } from '@mangnon/domain/law/cascade.api.ts';
import { Button } from '@mantine/core';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { useDocumentWords } from '../document-words.ts';
import classes from '../law.module.css';
import type { Row } from './link-rows.ts';
import own from './links.module.css';

/** A task or target, what it was linked to, and what is proposed. */
export function LinkRow({
  row,
  may,
  busy,
  onDecide,
  onByHand,
}: {
  row: Row;
  may: boolean;
  busy: boolean;
  onDecide: (decisions: LinkDecision[]) => void;
  onByHand: () => void;
}) {
  const t = useText();
  const { item, kind } = row;
  const linked = item.links.filter(({ state }) => state === 'linked');
  const decide = (higherId: string, state: 'linked' | 'refused', score: number | null) =>
    onDecide([{ kind, lowerId: item.id, higherId, state, origin: score === null ? 'by_hand' : 'suggested', score }]);
  return (
    <div className={own['row']}>
      <div>
        <p className={own['words']}>
          <span className={classes['soft']}>{t(`law.links.kind.${kind}`)}</span>{' '}
          {kind === 'task' ? (
            <PageLink to="/mach/$itemId" params={{ itemId: item.id }}>
              {item.words}
            </PageLink>
          ) : (
            <PageLink to="/chi-tieu/$targetId" params={{ targetId: item.id }}>
              {item.words}
            </PageLink>
          )}
        </p>
        {item.article ? <p className={classes['soft']}>{item.article}</p> : null}
      </div>
      <div>
        {linked.map(({ higherId, by, at }) => (
          <div key={higherId} className={classes['line']}>
            <span>
              <span aria-hidden>✓ </span>
              <Higher row={row} higherId={higherId} />{' '}
              <span className={classes['soft']}>{t('law.by', { by, at: formatInstant(at) })}</span>
            </span>
            {may ? (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={busy}
                onClick={() => decide(higherId, 'refused', null)}
              >
                {t('law.links.unlink')}
              </Button>
            ) : null}
          </div>
        ))}
        {(linked.length === 0 ? item.suggestions : []).map(({ higherId, score }, n) => (
          <div key={higherId} className={classes['line']} data-suggested={n === 0 ? 'first' : 'other'}>
            <span>
              <span className={classes['soft']}>{t('law.links.alike', { percent: Math.round(score * 100) })}</span>{' '}
              <Higher row={row} higherId={higherId} />
            </span>
            {may ? (
              <span className={classes['buttons']}>
                <Button
                  size="compact-sm"
                  variant={n === 0 ? 'filled' : 'default'}
                  disabled={busy}
                  onClick={() => decide(higherId, 'linked', score)}
                >
                  {t('law.links.confirm')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  onClick={() => decide(higherId, 'refused', score)}
                >
                  {t('law.links.refuse')}
                </Button>
              </span>
            ) : null}
          </div>
        ))}
        {linked.length === 0 && item.suggestions.length === 0 ? (
          <p className={classes['soft']}>{t('law.links.none')}</p>
        ) : null}
        {may && row.higher.size > 0 ? (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={onByHand}>
            {t('law.links.byHand')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Higher({ row, higherId }: { row: Row; higherId: string }) {
  const t = useText();
  const words = useDocumentWords();
  const higher = row.higher.get(higherId);
  const document = row.documents.get(higher?.documentId ?? '');
  return (
    <>
      {higher?.words ?? t('law.links.elsewhere')}{' '}
      <span className={classes['soft']}>
        {document ? words.short(document) : ''} {higher?.article ?? ''}
      </span>
    </>
  );
}
