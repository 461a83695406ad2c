import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import type { z } from 'zod';
import { addressOf, readAnswer } from './api.ts';
import { NetworkError } from './refusal-error.ts';

/**
 * Sends a form with a file to an endpoint and tells, from 0 to 1, how much of it has left this computer.
 * (fetch cannot tell that.) Refusals and failures are thrown as `call` throws them.
 */
export function upload<R extends z.ZodType>(
  endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, R>,
  input: {
    readonly params?: Readonly<Record<string, string>>;
    readonly fields: Readonly<Record<string, string>>;
    readonly file: File;
    readonly onProgress: (share: number) => void;
    readonly signal: AbortSignal;
  },
): Promise<z.output<R>> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(input.fields)) form.set(name, value);
    // The file comes last: the server knows the fields before it takes in the bytes.
    form.set('file', input.file, input.file.name);
    const request = new XMLHttpRequest();
    request.open(endpoint.method, addressOf(endpoint.path, input.params));
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) input.onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      try {
        resolve(readAnswer(endpoint, request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener('error', () => reject(new NetworkError(null)));
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    input.signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
