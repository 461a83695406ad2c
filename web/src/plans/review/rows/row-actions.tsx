import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { useText } from '../../../platform/language.tsx';
import { useTools } from '../review-tools.ts';
import { showSide } from '../screen-state.ts';
import type { Doubt } from '../state/grouping.ts';
import { useRowCommands, type RowCommands } from './row-commands.ts';
import classes from './rows.module.css';

/** What can be done with the row in hand, each with its key. */
export function RowActions({ fact, open, editing }: { fact: DraftFact; open: readonly Doubt[]; editing: boolean }) {
  const t = useText();
  const { canEdit, screen } = useTools();
  const commands = useRowCommands();
  const isTask = fact.kind === 'task';
  const stays = fact.kind === 'heading' || fact.kind === 'doubt';
  return (
    <div className={classes['actions']}>
      {canEdit && editing ? <Action word={t('review.done')} keyName="Esc" onClick={commands.close} strong /> : null}
      {canEdit && !editing && open.length > 0 ? (
        <Action word={t('review.accept')} keyName="Enter" onClick={() => commands.accept(fact.id)} strong />
      ) : null}
      {canEdit && !editing && fact.kind !== 'doubt' ? (
        <Action word={t('review.edit')} keyName="E" onClick={() => commands.edit(fact.id)} />
      ) : null}
      {canEdit && isTask ? (
        <Action
          word={t('review.split')}
          keyName={editing ? 'Alt+S' : 'S'}
          onClick={() => splitHere(fact.id, commands)}
        />
      ) : null}
      {canEdit && isTask && !editing ? (
        <Action word={t('review.merge')} keyName="M" onClick={() => commands.mergeAbove(fact.id)} />
      ) : null}
      {canEdit && !stays && !editing ? (
        <Action word={t('review.delete')} keyName="Delete" onClick={() => commands.remove(fact.id)} />
      ) : null}
      {fact.span ? (
        <button
          type="button"
          className={`${classes['action']} ${classes['toDocument']}`}
          onClick={() => screen.set((now) => showSide(now, 'document'))}
        >
          {t('review.inDocument')}
        </button>
      ) : null}
    </div>
  );
}

/** In a box with a cursor, at the cursor; else the place is asked for. */
function splitHere(factId: string, commands: RowCommands): void {
  const box = document.activeElement;
  if (!(box instanceof HTMLTextAreaElement) || !commands.cutAt(factId, box.selectionStart)) commands.split(factId);
}

function Action({
  word,
  keyName,
  onClick,
  strong = false,
}: {
  word: string;
  keyName: string;
  onClick: () => void;
  strong?: boolean;
}) {
  return (
    <button
      type="button"
      className={classes['action']}
      data-strong={strong || undefined}
      // The box that is being typed in keeps the keyboard, and with it the place of its cursor.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {word} <kbd aria-hidden="true">{keyName}</kbd>
    </button>
  );
}
