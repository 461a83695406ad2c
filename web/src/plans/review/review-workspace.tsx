import type { Draft, EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useText } from '../../platform/language.tsx';
import { Dialogs } from './dialogs/dialogs.tsx';
import { SelectionBar } from './dialogs/selection-bar.tsx';
import { DocumentSide } from './document-side.tsx';
import { ReviewHeader } from './header/review-header.tsx';
import { ReviewToolbar } from './header/review-toolbar.tsx';
import { DraftGone } from './notices/draft-gone.tsx';
import { RefusedEdits } from './notices/refused-edits.tsx';
import { ReviewContext, useTools, type ReviewTools } from './review-tools.ts';
import classes from './review.module.css';
import { FactList } from './rows/fact-list.tsx';
import { Spoken } from './spoken.tsx';
import { SideSwitch, useKeptPlace } from './side-switch.tsx';
import { openReviewSession } from './sync/open-review-session.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useRoomBelow } from './use-room-below.ts';

interface Props {
  readonly draft: Draft;
  /** What was done on the draft until it was opened here. */
  readonly edits: readonly EditRecord[];
  readonly person: ReviewTools['person'];
}

/** A draft under review, open on this screen. */
export function ReviewWorkspace({ draft, edits, person }: Props) {
  const [session] = useState(() => openReviewSession(draft, edits, person));
  useEffect(() => session.start(), [session]);
  const { store } = session.tools;
  const state = useSyncExternalStore(store.subscribe, () => store.getSnapshot().link.draftState);
  const canEdit = draft.can.edit && state === 'in_review';
  const tools = useMemo<ReviewTools>(() => ({ ...session.tools, canEdit }), [session, canEdit]);
  return (
    <ReviewContext value={tools}>
      <Panes draft={draft} />
    </ReviewContext>
  );
}

/** The right side, which the keyboard can scroll; the editor, the rows and the notices stand in it. */
function FactPane() {
  const t = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section className={classes['pane']} aria-label={t('review.side.facts')} tabIndex={0}>
      <FactList />
    </section>
  );
}

function Panes({ draft }: { draft: Draft }) {
  const { canEdit } = useTools();
  const wide = useMediaQuery('(min-width: 64em)', undefined, { getInitialValueInEffect: false });
  const room = useRoomBelow();
  const side = useKeptPlace(wide);
  useReviewKeys();
  const hidden = (one: 'document' | 'facts') => !wide && side !== one;
  return (
    <div data-review className={classes['review']} tabIndex={-1}>
      <ReviewHeader fileName={draft.fileName} canAdopt={draft.can.adopt || canEdit} />
      <DraftGone />
      <RefusedEdits />
      <ReviewToolbar />
      {wide ? null : <SideSwitch />}
      <div ref={room} className={classes['panes']}>
        <div data-side="document" className={classes['side']} hidden={hidden('document')}>
          <DocumentSide layout={draft.layout} height={wide ? 'fill' : 'flow'} />
          <SelectionBar />
        </div>
        <div data-side="facts" className={classes['side']} hidden={hidden('facts')}>
          <FactPane />
        </div>
      </div>
      <Spoken />
      <Dialogs />
    </div>
  );
}
