import { useAgencyWords } from './agency-words.ts';
import type { RecordStanding } from './record-kinds.ts';

/** The period of a record; where it does not stand on the day, that too. */
export function StandingWords({
  record,
}: {
  record: { readonly standing: RecordStanding; readonly validFrom: string | null; readonly validTo: string | null };
}) {
  const words = useAgencyWords();
  return (
    <>
      {words.period(record)}
      {record.standing === 'stands' ? null : (
        <>
          <br />
          <strong>{words.standing(record.standing)}</strong>
        </>
      )}
    </>
  );
}
