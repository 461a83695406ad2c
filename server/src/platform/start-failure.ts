import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';

/**
 * Why the program cannot start, in words for the person at the terminal: what is wrong, where, what to do.
 * The command line prints both languages and exits with a status other than 0; nothing has been changed.
 */
export class StartFailure extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause });
    this.name = 'StartFailure';
    this.sentence = sentence;
  }
}
