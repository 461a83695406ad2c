import { generate } from 'otplib';

/** What an authenticator app shows at this moment for a secret as the screen writes it. */
export function appCodeOf(secret: string, now = new Date()): Promise<string> {
  return generate({ secret: secret.replaceAll(/\s/g, ''), epoch: Math.floor(now.getTime() / 1000) });
}
