import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Worker } from 'tesseract.js';

const require = createRequire(import.meta.url);
const language = join(dirname(require.resolve('@tesseract.js-data/vie/package.json')), '4.0.0_best_int');

/** What was recognised: lines and words with their places, as hOCR, and the mean confidence, 0 to 100. */
export interface Recognised {
  readonly hocr: string;
  readonly confidence: number;
}

/** Recognisers that each run in a thread of their own; nothing is fetched, nothing is kept on disk. */
export class WordPool {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private closed = false;

  /**
   * The words of a picture (PGM). Null where recognition took longer than `limit` milliseconds or broke down: the
   * recogniser is ended then, and the next picture gets a fresh one.
   */
  async recognise(picture: Buffer, limit: number): Promise<Recognised | null> {
    const worker = this.idle.pop() ?? (await this.start());
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), limit);
    });
    // hOCR is written by the recogniser itself; its tree of blocks is built letter by letter and costs a tenth more.
    const work = worker
      .recognize(picture, {}, { text: false, hocr: true })
      .then(({ data }) => ({ hocr: data.hocr ?? '', confidence: data.confidence }))
      .catch(() => null);
    const page = await Promise.race([work, timeout]);
    clearTimeout(timer);
    if (page === null || this.closed) await this.end(worker);
    else this.idle.push(worker);
    return page;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.all].map((worker) => this.end(worker)));
  }

  private async start(): Promise<Worker> {
    const worker = await createWorker('vie', OEM.LSTM_ONLY, {
      langPath: language,
      gzip: true,
      cacheMethod: 'none',
      errorHandler: () => undefined,
    });
    this.all.add(worker);
    await worker.setParameters({
      tessedit_pageseg_mode: PSM.SINGLE_COLUMN,
      tessedit_do_invert: '0',
      debug_file: '/dev/null',
    });
    return worker;
  }

  private async end(worker: Worker): Promise<void> {
    this.all.delete(worker);
    await worker.terminate();
  }
}
