import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import { fillSentence } from '@mangnon/domain/kernel/sentence.ts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import type { MessageKey } from '../../../platform/messages.ts';
import { useReview, useTools } from '../review-tools.ts';
import { fieldOf, type Json } from '../state/review-state.ts';

export type Reading = { ok: true; value: Json } | { ok: false; problem: MessageKey };

/** How a field stands in a box: as text, and back. `read` gets the present value, of which it may replace a part. */
export interface FieldForm {
  readonly show: (value: Json) => string;
  readonly read: (text: string, value: Json) => Reading;
}

export const plainText: FieldForm = {
  show: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => ({ ok: true, value: text }),
};

/** Binds one field of a fact to a box: saved as it is typed, never overwritten while somebody types in it. */
export function useField(factId: string, field: string, form: FieldForm = plainText) {
  const { act, store } = useTools();
  const t = useText();
  const { language } = useLanguage();
  const value = useReview(({ facts }) => fieldOf(facts, factId, field)) ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // What the person saw before they typed; the server compares it with what stands there.
  const seen = useRef<Json>(value);

  // A value that did not fit beside another one may fit now: «từ ngày» after «đến ngày» has been mended.
  const again = useEffectEvent(() => {
    if (typed !== null && problem !== null) onText(typed);
  });
  useEffect(() => again(), [value]);

  function put(next: Json): void {
    const refusal = act.type(factId, field, seen.current, next);
    setProblem(refusal && sentenceOf(refusal));
    seen.current = fieldOf(store.getSnapshot().facts, factId, field) ?? null;
  }

  function sentenceOf(code: string): string {
    const known = draftsRefusals[code as keyof typeof draftsRefusals];
    return known ? fillSentence(known[language], { field }) : code;
  }

  function onText(text: string): void {
    if (typed === null) seen.current = value;
    setTyped(text);
    const reading = form.read(text, value);
    if (reading.ok) put(reading.value);
    else setProblem(t(reading.problem));
  }

  return {
    value,
    problem,
    text: typed ?? form.show(value),
    onText,
    /** A choice, complete at once. */
    choose(next: Json) {
      seen.current = value;
      put(next);
      act.leaveField();
    },
    onBlur() {
      act.leaveField();
      // Something that cannot be saved stays in the box beside its reason.
      if (problem === null) setTyped(null);
    },
  };
}
