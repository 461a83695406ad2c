import { Button } from '@mantine/core';
import { useState } from 'react';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { useText } from '../../platform/language.tsx';
import { typeCells } from './desk.ts';
import { listEmpty } from './entry-state.ts';
import { useEntry, useEntryTools } from './entry-tools.ts';

const none = { kind: 'value', value: { state: 'zero', reason: 'none_found', words: null } } as const;

/** Fills what is empty in a table or a row with «looked for, none found», after asking. */
export function FillEmpty({ keys, what, title }: { keys: readonly string[]; what: 'table' | 'row'; title: string }) {
  const t = useText();
  const { store } = useEntryTools();
  const empty = useEntry(({ entry }) => listEmpty(entry, keys).length);
  const [asking, setAsking] = useState(false);
  if (empty === 0 && !asking) return null;
  return (
    <>
      <Button size="compact-sm" variant="subtle" className="not-printed" onClick={() => setAsking(true)}>
        {t(what === 'row' ? 'entry.fill.inRow' : 'entry.fill', { count: empty })}
      </Button>
      {asking ? (
        <AskDialog
          title={t('entry.fill.title', { count: empty })}
          action={t('entry.fill.save')}
          act={async () => {
            store.update((state) => ({
              ...state,
              desk: typeCells(
                state.desk,
                listEmpty(state, keys).map((key) => ({ key, typed: none })),
              ),
            }));
          }}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>{t(`entry.fill.${what}`, { title })}</p>
          <p>{t('entry.fill.text')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
