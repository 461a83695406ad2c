import { inspectionKinds, type InspectionKind } from '@mangnon/domain/inspections/inspection-words.ts';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DayBox } from '../../platform/day-box.tsx';
import { useText } from '../../platform/language.tsx';
import classes from '../inspections.module.css';

/** The head of an inspection as it is typed. */
export interface HeadDraft {
  readonly kind: InspectionKind;
  readonly basis: string;
  /** One in each line. */
  readonly members: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly contents: string;
}

export type MissingField = 'basis' | 'contents';

/** What is still to be written before it can be sent. */
export function findMissing({ basis, contents }: HeadDraft): MissingField[] {
  const missing: MissingField[] = [];
  if (basis.trim().length < 3) missing.push('basis');
  if (contents.trim() === '') missing.push('contents');
  return missing;
}

/** What the decision says of an inspection. */
export function HeadFields({
  draft,
  missing,
  refusalAt,
  onDraft,
}: {
  draft: HeadDraft;
  missing: readonly MissingField[];
  refusalAt: (where: string) => string | undefined;
  onDraft: (draft: HeadDraft) => void;
}) {
  const t = useText();
  const errorOf = (field: MissingField) => (missing.includes(field) ? t('words.missing') : undefined);
  const atEnd = refusalAt('body.endsOn');
  return (
    <>
      <NativeSelect
        label={t('inspections.kind')}
        value={draft.kind}
        data={inspectionKinds.map((value) => ({ value, label: t(`inspections.kind.${value}`) }))}
        onChange={(event) =>
          onDraft({ ...draft, kind: inspectionKinds.find((one) => one === event.currentTarget.value) ?? draft.kind })
        }
      />
      <TextInput
        label={t('inspections.basis')}
        description={t('inspections.basis.hint')}
        value={draft.basis}
        maxLength={500}
        error={errorOf('basis')}
        onChange={(event) => onDraft({ ...draft, basis: event.currentTarget.value })}
      />
      <div className={classes['pair']} style={{ justifyContent: 'start' }}>
        <span style={{ flex: 'none' }}>
          <DayBox
            label={t('inspections.startsOn')}
            value={draft.startsOn}
            onDay={(startsOn) => onDraft({ ...draft, startsOn })}
          />
        </span>
        <DayBox
          label={t('inspections.endsOn')}
          value={draft.endsOn}
          onDay={(endsOn) => onDraft({ ...draft, endsOn })}
          {...(atEnd === undefined ? {} : { error: atEnd })}
        />
      </div>
      <Textarea
        label={t('inspections.contents')}
        value={draft.contents}
        autosize
        minRows={3}
        error={errorOf('contents')}
        onChange={(event) => onDraft({ ...draft, contents: event.currentTarget.value })}
      />
      <Textarea
        label={t('inspections.members')}
        description={t('inspections.members.hint')}
        value={draft.members}
        autosize
        minRows={2}
        onChange={(event) => onDraft({ ...draft, members: event.currentTarget.value })}
      />
    </>
  );
}
