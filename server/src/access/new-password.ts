import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { hashPassword } from './password-hash.ts';

/** Whose password it will be. */
export interface Owner {
  readonly login: string;
  readonly name: string;
}

/** In letters as a person counts them. Long ones are welcome, up to what the contract lets through. */
const shortest = 12;
/** A guesser with the list of breached passwords and its usual twists is through within this many tries. */
const tooFewGuesses = 1e8;
/** Shorter words stand by chance in many a sentence. */
const shortestWord = 5;

// The list: the passwords most often found in breaches, with the twists (leetspeak, repeats, rows of keys, years) that
// guessing programs try on them.
const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64 });

/**
 * The hash to store for a new password, or the refusal that says what is wrong with it: too short, known from
 * breaches, or made of the name of its owner or of this system. Which kinds of characters it has is nobody's concern,
 * and it does not grow old (NIST SP 800-63B 3.1.1, ASVS 5.0 6.2.1 to 6.2.12).
 */
export async function hashNewPassword(
  password: string,
  owner: Owner,
  where = 'body.password',
): Promise<Result<string>> {
  const composed = password.normalize('NFC');
  const length = [...composed].length;
  if (length < shortest) return refuse('access.password_short', { where, details: { length, shortest } });
  const word = findWordOf(owner, composed);
  if (word !== null) return refuse('access.password_personal', { where, details: { word } });
  if (estimator.check(composed).guesses < tooFewGuesses) return refuse('access.password_breached', { where });
  return accept(await hashPassword(composed));
}

function squeeze(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What everybody who knows the person or the system would try first, found however it is written. */
function findWordOf({ login, name }: Owner, password: string): string | null {
  const squeezed = squeeze(password);
  const words = [login, name, 'mangnon'].filter((word) => squeeze(word).length >= shortestWord);
  return words.find((word) => squeezed.includes(squeeze(word))) ?? null;
}
