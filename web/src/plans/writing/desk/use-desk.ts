import type { Manuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { fillSentence } from '@mangnon/domain/kernel/sentence.ts';
import { writingRefusals } from '@mangnon/domain/plans/writing/writing.refusals.ts';
import { checkItem } from '@mangnon/domain/plans/writing/check-item.ts';
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { plainText, type FieldForm } from '../../review/edit/use-field.ts';
import type { Desk, DeskView } from './create-desk.ts';
import type { Json } from './desk-state.ts';

export interface DeskTools {
  readonly desk: Desk;
  readonly manuscript: Manuscript;
  readonly personId: string;
  /** Opens the form of a part, or closes it. */
  readonly open: (itemId: string | null) => void;
  readonly openId: string | null;
}

export const DeskContext = createContext<DeskTools | null>(null);

export function useDesk(): DeskTools {
  const tools = useContext(DeskContext);
  if (tools === null) throw new Error('no plan is open here');
  return tools;
}

export function useDeskView(desk: Desk): DeskView {
  return useSyncExternalStore(desk.subscribe, desk.getView);
}

/** Binds one field of a part to a box: saved as it is typed, never overwritten while somebody types in it. */
export function useItemField(item: ManuscriptItem, field: string, form: FieldForm = plainText) {
  const { desk } = useDesk();
  const t = useText();
  const { language } = useLanguage();
  const data: Readonly<Record<string, unknown>> = item.data;
  const value = (data[field] ?? null) as Json;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function put(next: Json): void {
    const checked = checkItem(item.kind, { ...data, [field]: next }, [field]);
    if (!checked.ok) {
      const known = Object.entries(writingRefusals).find(([code]) => code === checked.refusal.code)?.[1];
      setProblem(known === undefined ? checked.refusal.code : fillSentence(known[language], checked.refusal.details));
      return;
    }
    setProblem(null);
    desk.type(item.id, field, value, checked.value[field] as Json);
  }

  return {
    value,
    text: typed ?? form.show(value),
    problem,
    onText(text: string) {
      setTyped(text);
      const read = form.read(text, value);
      if (read.ok) put(read.value);
      else setProblem(t(read.problem));
    },
    choose(next: Json) {
      put(next);
      desk.leave();
    },
    onBlur() {
      // What does not fit yet stays in the box, to be mended.
      if (problem === null) setTyped(null);
      desk.leave();
    },
  };
}
