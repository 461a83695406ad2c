import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { childContact, childHealth, childIdentity } from './child-groups.ts';
import { child } from './children.api.ts';
import { seen } from './shown-group.ts';

const params = z.strictObject({ childId: z.uuid() });

export const changeChildIdentity = defineEndpoint({
  method: 'PUT',
  path: '/api/children/:childId/identity',
  summary: 'Puts right who the child is',
  operation: 'children.child.update',
  audit: 'children.identity.update',
  params,
  body: z.strictObject({ seen, content: childIdentity }),
  response: child,
});

/** First writing of a group that was not known when the child was registered. */
export const addChildContact = defineEndpoint({
  method: 'POST',
  path: '/api/children/:childId/contact',
  summary: 'Writes where the child lives and with whom, where that was not known',
  operation: 'children.child.create',
  audit: 'children.contact.create',
  params,
  body: z.strictObject({ content: childContact }),
  response: child,
});

export const changeChildContact = defineEndpoint({
  method: 'PUT',
  path: '/api/children/:childId/contact',
  summary: 'Puts right where the child lives and with whom',
  operation: 'children.child.update',
  audit: 'children.contact.update',
  params,
  body: z.strictObject({ seen, content: childContact }),
  response: child,
});

export const addChildHealth = defineEndpoint({
  method: 'POST',
  path: '/api/children/:childId/health',
  summary: 'Writes what is known of the child’s health, where nothing was',
  operation: 'children.child.create',
  audit: 'children.health.create',
  params,
  body: z.strictObject({ content: childHealth }),
  response: child,
});

export const changeChildHealth = defineEndpoint({
  method: 'PUT',
  path: '/api/children/:childId/health',
  summary: 'Puts right what is known of the child’s health',
  operation: 'children.child.update',
  audit: 'children.health.update',
  params,
  body: z.strictObject({ seen, content: childHealth }),
  response: child,
});
