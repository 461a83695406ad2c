import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fillSentence, type Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { readPlan, type ReadingProgress } from '@mangnon/reading/read-plan.ts';
import { filesRefusals } from '@mangnon/reading/files/files.refusals.ts';

/** The status of a file that was understood and is refused; 1 is for everything that went wrong. */
const refusedStatus = 2;

/** Reads a plan document and prints what was read as JSON; needs no database. */
export async function extractPlan(path: string): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    console.error(`Không mở được tệp ${path}: ${(error as Error).message}`);
    console.error(`The file ${path} cannot be opened: ${(error as Error).message}`);
    process.exitCode = 1;
    return;
  }
  const result = await readPlan({ name: basename(path), bytes }, showProgress());
  if (!result.ok) {
    const { code, details } = result.refusal;
    const sentences: Readonly<Record<string, Sentence>> = filesRefusals;
    const sentence = sentences[code] ?? { vi: code, en: code };
    console.error(fillSentence(sentence.vi, details));
    console.error(fillSentence(sentence.en, details));
    process.exitCode = refusedStatus;
    return;
  }
  process.stdout.write(`${JSON.stringify(result.value.extraction, null, 2)}\n`);
}

/** One line that is written over on a terminal; in a pipe one line for each page, as a log wants it. */
function showProgress(): (progress: ReadingProgress) => void {
  const terminal = process.stderr.isTTY;
  let last = '';
  return ({ stage, done, of }) => {
    const line = of > 0 ? `${stage} ${done}/${of}` : stage;
    if (line === last) return;
    last = line;
    process.stderr.write(terminal ? `\r\u001b[K${line}${stage === 'done' ? '\n' : ''}` : `${line}\n`);
  };
}
