import type { OperationName } from '../kernel/endpoint.ts';
import { operations } from './operations.ts';
import { canDo, grantsOf } from './posts.access.ts';
import type { Post } from './posts.ts';

/**
 * Whether an operation is open only to somebody who has shown a passkey or hardware key in this session: what takes
 * records out, and what decides about the accounts and posts of others. A code can be asked for by a false page and
 * passed on; a key answers to its own site alone (ASVS 5.0 6.3.3).
 */
export function needsPasskey(operation: OperationName): boolean {
  if (operation.endsWith('.export')) return true;
  const administers = operation.startsWith('access.') && Object.hasOwn(grantsOf.system_administrator, operation);
  return administers && !operation.endsWith('.list');
}

/** Whether any of a person's posts allows such an operation, so that they must have a key. */
export function mustHavePasskey(held: readonly Post[]): boolean {
  return operations.some((operation) => needsPasskey(operation) && canDo(held, operation));
}
