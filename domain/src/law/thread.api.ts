import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { documentBrief } from './texts.api.ts';

const id = z.uuid();

/** One sentence on the thread: a duty told of a text, or a task of a plan. */
export const threadItem = z.object({
  id,
  is: z.enum(['duty', 'task']),
  words: z.string(),
  article: z.string().nullable(),
  documentId: id,
  /** Steps from the sentence asked for: negative above it, positive below it. */
  step: z.int(),
});
export type ThreadItem = z.infer<typeof threadItem>;

export const getThread = defineEndpoint({
  method: 'GET',
  path: '/api/threads/:itemId',
  summary: 'From a sentence up to the law and down to the tasks that make it concrete',
  operation: 'law.text.read',
  audit: null,
  params: z.strictObject({ itemId: id }),
  response: z.object({
    itemId: id,
    /** Highest first. */
    items: z.array(threadItem),
    links: z.array(z.object({ lowerId: id, higherId: id })),
    documents: z.array(documentBrief),
    /** What the documents carry out as a whole: `lower` carries out `higher`. */
    carriesOut: z.array(z.object({ lowerId: id, higherId: id })),
    /** Sentences below that are not told because there are too many. */
    more: z.int(),
  }),
});
export type Thread = z.infer<(typeof getThread)['response']>;
