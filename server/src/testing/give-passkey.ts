import { provePasskey, registerPasskey, startPasskey, startPasskeyProof } from '@mangnon/domain/access/passkeys.api.ts';
import { SoftwareKey } from './software-key.ts';
import type { Called, Person } from './test-call.ts';
import type { TestServer } from './test-server.ts';

export const cookieOf = ({ headers }: Called<unknown>): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ');

/** Registers a key for somebody signed in; gives them as they are after it. */
export async function givePasskey(server: TestServer, person: Person, key = new SoftwareKey(), name = 'Khóa USB') {
  const started = await server.call(person, startPasskey, {});
  const answer = key.register(started.answer.options);
  const registered = await server.call(person, registerPasskey, { body: { name, answer } });
  return { key, answer: registered.answer, person: { ...person, cookie: cookieOf(registered) } };
}

/** Shows a key once more; gives the person under their new session. */
export async function showPasskey(server: TestServer, person: Person, key: SoftwareKey): Promise<Person> {
  const started = await server.call(person, startPasskeyProof, {});
  const answer = key.sign(started.answer.options);
  return { ...person, cookie: cookieOf(await server.call(person, provePasskey, { body: { answer } })) };
}
