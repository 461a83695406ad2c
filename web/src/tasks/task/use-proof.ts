import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { isRefusal, NetworkError } from '../../platform/refusal-error.ts';
import { waitForSession } from '../../platform/session-state.ts';
import { tasksKey } from '../tasks.queries.ts';
import type { FileDoor } from './file-door.ts';

export interface SentProof {
  readonly id: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly share: number;
  readonly state: 'sending' | 'waiting' | 'sent' | 'failed';
  readonly error: unknown;
}

const tries = 8;

/**
 * Files on their way to what they show. Each has its id before its first try: on a broken line it is sent again under
 * the same id, and never stands twice.
 */
export function useProof(door: FileDoor) {
  const queryClient = useQueryClient();
  const [files, setFiles] = useState<readonly SentProof[]>([]);
  const running = useRef(new AbortController());
  useEffect(() => {
    running.current = new AbortController();
    return () => running.current.abort();
  }, []);

  const change = (id: string, part: Partial<SentProof>) =>
    setFiles((now) => now.map((one) => (one.id === id ? { ...one, ...part } : one)));

  async function send(id: string, file: File): Promise<void> {
    const { signal } = running.current;
    for (let failures = 0; !signal.aborted;) {
      change(id, { state: 'sending', share: 0, error: null });
      try {
        // One after the other is not needed: each file has a loop of its own, which waits for its own answer.
        // oxlint-disable-next-line no-await-in-loop
        await door.send({ id, file, onProgress: (share) => change(id, { share }), signal });
        change(id, { state: 'sent', share: 1 });
        await queryClient.invalidateQueries({ queryKey: tasksKey });
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (isRefusal(error) && error.status === 401) {
          // oxlint-disable-next-line no-await-in-loop
          await waitForSession();
          continue;
        }
        failures += 1;
        if (!(error instanceof NetworkError) || failures >= tries) {
          change(id, { state: 'failed', error });
          return;
        }
        change(id, { state: 'waiting' });
        const pause = Math.min(15_000, 1000 * 2 ** failures);
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  return {
    files,
    add(chosen: readonly File[]) {
      const fresh = chosen.map((file) => ({
        id: crypto.randomUUID(),
        file,
        share: 0,
        state: 'sending' as const,
        error: null,
      }));
      setFiles((now) => [...now, ...fresh]);
      for (const { id, file } of fresh) void send(id, file);
    },
    retry: ({ id, file }: SentProof) => void send(id, file),
    forget: (id: string) => setFiles((now) => now.filter((one) => one.id !== id)),
    clear: () => setFiles([]),
  };
}
