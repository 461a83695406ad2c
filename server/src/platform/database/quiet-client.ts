import { Client, type ClientConfig } from 'pg';

/**
 * A connection that may break while somebody works with it without ending the program. What was being asked is told of it
 * by its promise; the pool listens only to those that lie idle, and an error nobody listens to is a crash.
 */
export class QuietClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
