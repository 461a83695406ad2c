import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { AgencyBox } from '../../agencies/edit/agency-box.tsx';
import { PlaceBox, type ChosenPlace } from '../../places/place-box.tsx';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import classes from './giving.module.css';

/** An agency and its place, chosen by a person. */
export function UnitChooser({
  label,
  onUnit,
}: {
  /** Of the box of the agency: what it is chosen for. */
  label: string;
  onUnit: (unit: UnitBrief) => void;
}) {
  const t = useText();
  const [agency, setAgency] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  return (
    <div className={classes['chooser']}>
      <AgencyBox label={label} known={null} value={agency?.id ?? ''} error={undefined} onAgency={setAgency} />
      <PlaceBox label={t('giving.choose.place')} on={getToday()} value={place} onPlace={setPlace} />
      <Button
        variant="default"
        disabled={agency === null || place === null}
        onClick={() => {
          if (agency === null || place === null) return;
          onUnit({
            agencyId: agency.id,
            placeId: place.id,
            name: t('giving.chosen', { agency: agency.name, place: place.fullName }),
            placeName: place.fullName,
          });
        }}
      >
        {t('giving.choose.add')}
      </Button>
    </div>
  );
}
