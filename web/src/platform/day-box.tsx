import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from './format.ts';
import { useText } from './language.tsx';
import { readDayText } from './day-text.ts';

/** A day typed as people write it; a day that does not exist is told and leaves the last good one in force. */
export function DayBox({
  label,
  value,
  onDay,
  error,
}: {
  label: string;
  value: string;
  onDay: (day: string) => void;
  /** Why the server did not take the day. */
  error?: string;
}) {
  const t = useText();
  // Null while nobody types here: then the day in force is shown.
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.length >= 8 && readDayText(typed) === null;
  return (
    <TextInput
      label={label}
      value={typed ?? formatDay(value)}
      inputMode="numeric"
      maxLength={10}
      w={150}
      error={wrong ? t('day.wrong') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const day = readDayText(event.currentTarget.value);
        if (day !== null && day !== value) onDay(day);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
