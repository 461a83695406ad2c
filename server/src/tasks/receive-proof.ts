import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { endingOf, nameLies, pictureKinds, proofKinds, type ProofKind } from '@mangnon/domain/tasks/proof-kind.ts';
import { receiveForm } from '../platform/http/receive-form.ts';
import type { ScanFile, ScanVerdict } from './scan-file.ts';
import { makeShownCopy } from './shown-copy.ts';
import { tellProofKind } from './tell-proof-kind.ts';

export interface ReceivedProof extends ScanVerdict {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ProofKind;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  /** The stripped copy of a picture; `null` for other kinds, which are shown as they are. */
  readonly shown: Buffer | null;
}

export const mostProofBytes = 25_000_000;

/** Takes one file of proof out of a multipart request: what it is told by its content, scanned, its copy made. */
export async function receiveProof(request: FastifyRequest, scan: ScanFile): Promise<Result<ReceivedProof>> {
  const received = await receiveForm(request, mostProofBytes);
  if (received === 'no form') return refuse('tasks.proof_missing', { where: 'file' });
  if (received === 'too large') {
    return refuse('tasks.proof_too_large', { where: 'file', details: { limit: mostProofBytes / 1_000_000 } });
  }
  if (received === 'broken') return refuse('tasks.proof_broken', { where: 'file' });
  const id = z.uuid().safeParse(received.fields.get('id'));
  if (!id.success) return refuse('tasks.proof_id_missing', { where: 'id' });
  const { file } = received;
  if (file === null || file.bytes.length === 0) return refuse('tasks.proof_missing', { where: 'file' });
  const { name, bytes } = file;
  const kind = await tellProofKind(bytes);
  if (kind === null) return refuse('tasks.proof_kind_unknown', { where: 'file', details: { name } });
  if (kind === 'encrypted') return refuse('tasks.proof_encrypted', { where: 'file', details: { name } });
  if (nameLies(name, kind)) {
    const details = { name, ending: `.${endingOf(name)}`, kind: proofKinds[kind].label };
    return refuse('tasks.proof_lies', { where: 'file', details });
  }
  const isPicture = pictureKinds.includes(kind);
  const shown = isPicture ? await makeShownCopy(bytes) : null;
  if (isPicture && shown === null) return refuse('tasks.picture_unreadable', { where: 'file', details: { name } });
  const sha256 = createHash('sha256').update(bytes).digest();
  return accept({ id: id.data, fileName: name, kind, bytes, sha256, shown, ...(await scan(bytes)) });
}
