import type { ShownGroup } from '@mangnon/domain/children/shown-group.ts';
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from '../children.module.css';
import { fieldsOf, type Group, type GroupField } from './group-fields.ts';
import { GroupDialog, type SendGroup } from './group.dialog.tsx';

type Content = Readonly<Record<string, string | null>>;

interface Props<Answer> {
  readonly group: Group;
  /** Of one record: makes the headings of its sections their own. */
  readonly id: string;
  readonly shown: ShownGroup<Content> | { readonly state: 'covered'; readonly writtenAt: string };
  readonly canAdd: boolean;
  readonly canChange: boolean;
  readonly send: SendGroup<Answer>;
  readonly onDone: (answer: Answer) => void;
  /** Further acts, such as showing who reported. */
  readonly children?: ReactNode;
}

/** One column group: what is known, or in plain words why it does not stand here; and the act that may be done. */
export function GroupSection<Answer>({ group, id, shown, canAdd, canChange, send, onDone, children }: Props<Answer>) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const seen = shown.state === 'shown' ? shown : null;
  const act = shown.state === 'none' ? canAdd : canChange && shown.state !== 'withheld';
  const heading = `${group}-${id}`;
  return (
    <section className={classes['section']} aria-labelledby={heading}>
      <div className={classes['sectionHead']}>
        <h2 id={heading}>{t(`children.group.${group}`)}</h2>
        {act ? (
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            {t(shown.state === 'none' ? 'children.group.add' : 'children.group.change')}
            <span className="for-screen-readers">: {t(`children.group.${group}`)}</span>
          </Button>
        ) : null}
      </div>
      {seen ? (
        <Known group={group} content={seen.content} />
      ) : (
        <p className={classes['soft']}>{t(`children.shown.${shown.state as 'none'}`)}</p>
      )}
      {shown.state === 'shown' || shown.state === 'covered' ? (
        <p className={classes['written']}>{t('children.group.writtenAt', { at: formatInstant(shown.writtenAt) })}</p>
      ) : null}
      {children}
      {open ? (
        <GroupDialog
          group={group}
          before={seen ? seen.content : null}
          seen={shown.state === 'shown' || shown.state === 'covered' ? shown.writtenAt : null}
          send={send}
          onClose={() => setOpen(false)}
          onDone={(answer) => {
            setOpen(false);
            onDone(answer);
          }}
        />
      ) : null}
    </section>
  );
}

export function Known({ group, content }: { group: Group; content: Content }) {
  const t = useText();
  const fields = fieldsOf[group];
  return (
    <dl className={classes['facts']}>
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{t(field.label)}</dt>
          <dd>
            <Value field={field} value={content[field.key] ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ field, value }: { field: GroupField; value: string }) {
  const t = useText();
  if (value === '') return <span className={classes['soft']}>{t('children.unknown')}</span>;
  if (field.kind === 'born') return formatDay(value);
  if (field.kind === 'sex') return t(`children.sex.${value as 'unknown'}`);
  return value;
}
