import { setPlanPlace } from '@mangnon/domain/law/cascade.api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PlaceBox, type ChosenPlace } from '../../places/place-box.tsx';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';

/** Whose plan it is, by the word of a person. */
export function PlanPlaceDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  return (
    <AskDialog
      title={t('law.place.title')}
      action={t('law.save')}
      act={() => call(setPlanPlace, { params: { planId }, body: { placeId: place?.id ?? '' } })}
      onDone={() => {
        // Whose plan it is decides who may give its tasks, where it counts, and what it can stand below.
        void queryClient.invalidateQueries();
        onClose();
      }}
      onClose={onClose}
    >
      <PlaceBox
        label={t('law.place.title')}
        description={t('agencies.place.hint')}
        on={getToday()}
        value={place}
        onPlace={setPlace}
      />
    </AskDialog>
  );
}
