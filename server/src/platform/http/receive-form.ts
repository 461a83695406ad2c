import type { FastifyRequest } from 'fastify';

/** What came in a multipart form: its one file, named `file`, and its texts. */
export interface ReceivedForm {
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
  readonly fields: ReadonlyMap<string, string>;
}

const longestName = 255;

/**
 * Takes a multipart form in. The whole body is always taken, also of a file over `mostBytes` (what is over is thrown
 * away at once), so that the browser gets the sentence and not a broken line.
 */
export async function receiveForm(
  request: FastifyRequest,
  mostBytes: number,
): Promise<ReceivedForm | 'no form' | 'too large' | 'broken'> {
  if (!request.isMultipart()) return 'no form';
  const limits = { fileSize: mostBytes, files: 1, fields: 5, fieldSize: 200 };
  const fields = new Map<string, string>();
  let file: ReceivedForm['file'] = null;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.set(part.fieldname, part.value);
        continue;
      }
      // A file over the limit throws here, and again when the body is at its end: only then is it answered.
      const bytes = await part.toBuffer().catch(ignoreTooLarge);
      if (part.fieldname === 'file' && bytes !== null) file = { name: cleanFileName(part.filename), bytes };
    }
  } catch (error) {
    if (isTooLarge(error)) return 'too large';
    // The line broke, or the body is not what its header says: whatever the parser throws, it must be sent again.
    request.log.info({ err: error }, 'a file did not come in whole');
    return 'broken';
  }
  return { file, fields };
}

function ignoreTooLarge(error: unknown): null {
  if (!isTooLarge(error)) throw error;
  return null;
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE';
}

/** The last part of whatever path an old browser sends, without control characters, never empty. */
function cleanFileName(name: string | undefined): string {
  const last =
    (name ?? '')
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  if (last === '') return 'tep-khong-ten';
  const ending = /\.[^.]{1,10}$/.exec(last)?.[0] ?? '';
  return last.length <= longestName ? last : last.slice(0, longestName - ending.length).toWellFormed() + ending;
}
