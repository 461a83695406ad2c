import type { Module } from '../module.ts';
import { keysRefusals } from './keys.refusals.ts';

/** The sentences of sealing and opening; the keys themselves are opened by main.ts and handed to who seals. */
export const keysModule: Module = { name: 'keys', actions: [], refusals: keysRefusals };
