import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

interface SearchBoxProps extends Pick<TextInputProps, 'label' | 'description' | 'placeholder' | 'className' | 'ref'> {
  /** What the address asks for. */
  readonly value: string;
  /** Given what was typed, trimmed, once the typing rests; puts it into the address. */
  readonly onWords: (words: string) => void;
}

/**
 * Search as one types. The words stand in the address and are asked from there alone, so Back finds them; and a link that
 * is followed before the typing has settled is not taken back.
 */
export function SearchBox({ value, onWords, ...rest }: SearchBoxProps) {
  const router = useRouter();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((words: string, from: string) => {
    if (router.latestLocation.pathname !== from) return;
    sent.current = words;
    onWords(words);
  }, 200);
  // The address was changed by something else: Back, a link, a button that clears.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  return (
    <TextInput
      {...rest}
      data-search
      type="search"
      maxLength={200}
      value={typed}
      onChange={(event) => {
        const words = event.currentTarget.value;
        setTyped(words);
        send(words.trim(), router.latestLocation.pathname);
      }}
    />
  );
}
