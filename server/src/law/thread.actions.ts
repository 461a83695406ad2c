import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { getThread } from '@mangnon/domain/law/thread.api.ts';
import { implementRead } from '../platform/action/action.ts';
import { walkDocuments, walkThread } from './thread.queries.ts';

export const get = implementRead(getThread, {
  answer: async ({ params: { itemId } }, { database }) => {
    const walked = await walkThread(database, itemId);
    if (walked === undefined) return refuse('law.thread_not_found');
    const documentIds = [...new Set(walked.items.map(({ documentId }) => documentId))];
    return accept({ itemId, ...walked, ...(await walkDocuments(database, documentIds)) });
  },
});
