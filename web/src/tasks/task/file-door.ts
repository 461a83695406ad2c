import { openProof, uploadProof, withdrawProof } from '@mangnon/domain/tasks/progress.api.ts';
import { call } from '../../platform/api.ts';
import { upload } from '../../platform/upload.ts';

/** How a file is sent, under an id made before the first try. */
export interface SendingFile {
  readonly id: string;
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Opens the copy that is shown of a file; `unscanned`: the person knows that no scanner has seen it. */
export type OpenFile = (
  id: string,
  unscanned: boolean,
) => Promise<{ readonly fileName: string; readonly kind: string; readonly base64: string }>;

/** The ways to the files that hang at one thing: a period of a task, or a finding of an inspection. */
export interface FileDoor {
  readonly send: (sending: SendingFile) => Promise<unknown>;
  readonly open: OpenFile;
  readonly drop: (id: string) => Promise<unknown>;
}

export const openProofFile: OpenFile = (proofId, unscanned) =>
  call(openProof, { params: { proofId }, body: { unscanned } });

export const proofDoor = (periodId: string): FileDoor => ({
  send: ({ id, ...rest }) => upload(uploadProof, { params: { periodId }, fields: { id }, ...rest }),
  open: openProofFile,
  drop: (proofId) => call(withdrawProof, { params: { proofId } }),
});
