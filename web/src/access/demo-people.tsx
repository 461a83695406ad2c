import { signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { useMutation } from '@tanstack/react-query';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useLanguage, useText } from '../platform/language.tsx';
import classes from './demo-people.module.css';

interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly line: Sentence;
}

/** The invented people of the demo, each with one line on who they are; a click comes in as them. */
export function DemoPeople({
  people,
  onSignedIn,
}: {
  people: readonly DemoPerson[];
  onSignedIn: (session: Session) => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const enter = useMutation({
    mutationFn: (personId: string) => call(signInAsDemoPerson, { body: { personId } }),
    onSuccess: onSignedIn,
  });
  return (
    <>
      {enter.error ? <ErrorNotice error={enter.error} /> : null}
      <ul className={classes['people']}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(person.id)}>
              <span className={classes['name']}>{person.name}</span>
              <span>{person.title}</span>
              <span className={classes['line']}>{person.line[language]}</span>
              <span className={classes['enter']}>{t('signIn.demo.enter', { name: person.name })}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
