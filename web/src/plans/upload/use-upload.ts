import { uploadDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { RefusalError } from '../../platform/refusal-error.ts';
import { waitForSession } from '../../platform/session-state.ts';
import { upload } from '../../platform/upload.ts';

export type SameFile = z.output<typeof uploadDraft.response>['sameFileAs'];

export interface UploadState {
  readonly file: File | null;
  /** From 0 to 1. */
  readonly share: number;
  readonly error: unknown;
  readonly sameFileAs: SameFile;
  readonly start: (file: File) => void;
  /** Sends the same file again under the same id: what arrived after all is not uploaded twice. */
  readonly retry: () => void;
  readonly reset: () => void;
}

const nothing = { file: null, uploadId: '', share: 0, error: null, sameFileAs: null } as const;

export function useUpload(onUploaded: (draftId: string) => void): UploadState {
  const queryClient = useQueryClient();
  const [state, setState] = useState<{
    file: File | null;
    uploadId: string;
    share: number;
    error: unknown;
    sameFileAs: SameFile;
  }>(nothing);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const send = useCallback(
    async (file: File, uploadId: string) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      for (;;) {
        setState({ ...nothing, file, uploadId });
        try {
          const answer = await upload(uploadDraft, {
            fields: { uploadId },
            file,
            onProgress: (share) => setState((now) => ({ ...now, share })),
            signal: controller.signal,
          });
          setState((now) => ({ ...now, sameFileAs: answer.sameFileAs }));
          void queryClient.invalidateQueries({ queryKey: ['drafts'] });
          onUploaded(answer.draftId);
          return;
        } catch (error) {
          if (controller.signal.aborted) return;
          const sessionEnded = error instanceof RefusalError && error.status === 401;
          if (!sessionEnded) {
            setState((now) => ({ ...now, error }));
            return;
          }
        }
        await waitForSession();
        if (controller.signal.aborted) return;
      }
    },
    [onUploaded, queryClient],
  );

  return {
    file: state.file,
    share: state.share,
    error: state.error,
    sameFileAs: state.sameFileAs,
    start: (file) => void send(file, crypto.randomUUID()),
    retry: () => state.file && void send(state.file, state.uploadId),
    reset: () => {
      running.current?.abort();
      setState(nothing);
    },
  };
}
