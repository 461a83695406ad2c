import { z } from 'zod';
import { someWords, words } from '../children/shown-group.ts';

/** Who reported: kept secret, and shown only when it is asked for by itself. */
export const caseReporter = z.strictObject({ name: words(120), contact: words(300), relation: words(200) });
export type CaseReporter = z.infer<typeof caseReporter>;

/** Who is said to have done it. */
export const caseOffender = z.strictObject({ name: words(120), relation: words(200), known: words(3000) });
export type CaseOffender = z.infer<typeof caseOffender>;

/** What happened, in words. */
export const caseNarrative = z.strictObject({ text: someWords(10_000) });
export type CaseNarrative = z.infer<typeof caseNarrative>;
