import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { detectLegacyFont, fromLegacyFont, unicodeOnly } from './legacy-fonts.ts';
import { spelling } from './vietnamese-syllables.ts';

const forbidden = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff\u200b-\u200d\u2060\ufeff]/g;

/**
 * The text of a .txt or .md file, NFC, with `\n` line ends and without control characters (form feed stays: it ends
 * a page). Knows UTF-8 and UTF-16 with or without a mark, Windows-1258, and TCVN3 and VNI bytes.
 * Refuses `files.unsupported` where the bytes are not text, `files.empty` where nothing but blanks is left.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const raw = decodeBytes(bytes);
  if (raw === null) return refuse('files.unsupported');
  const text = cleanText(mendLegacyLines(raw));
  return text.trim() === '' ? refuse('files.empty') : accept(text);
}

/** What a clean text has none of: all but letters that stand composed, usual signs and line ends. */
const suspect = /[^\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e]/;

/** NFC, `\n` line ends, no control characters, no soft hyphens. */
export function cleanText(text: string): string {
  if (!suspect.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2029]/g, '\n')
    .replace(forbidden, '')
    .replace(/\u00ad/g, '')
    .normalize('NFC');
}

function decodeBytes(bytes: Uint8Array): string | null {
  const wide = utf16Order(bytes);
  if (wide !== null) return readableOrNull(new TextDecoder(wide).decode(bytes));
  try {
    return readableOrNull(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return decodeSingleByte(bytes);
  }
}

/** UTF-16 by its mark, or by where the zeros and the high bytes of Vietnamese letters (00, 01, 1E, 20) stand. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = Math.min(bytes.length & ~1, 4096);
  if (sample < 8) return null;
  const high = [0, 0];
  const zero = [0, 0];
  for (let at = 0; at < sample; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zero[at & 1] = (zero[at & 1] ?? 0) + 1;
    if (byte === 0 || byte === 1 || byte === 0x1e || byte === 0x20) high[at & 1] = (high[at & 1] ?? 0) + 1;
  }
  const half = sample / 2;
  if ((zero[1] ?? 0) > half * 0.4 && (high[1] ?? 0) > half * 0.9 && (zero[0] ?? 0) < half * 0.05) return 'utf-16le';
  if ((zero[0] ?? 0) > half * 0.4 && (high[0] ?? 0) > half * 0.9 && (zero[1] ?? 0) < half * 0.05) return 'utf-16be';
  return null;
}

/** Bytes that are no UTF-8: the reading of them that gives the best spelt Vietnamese. */
function decodeSingleByte(bytes: Uint8Array): string | null {
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (readableOrNull(western) === null) return null;
  const sample = western.slice(0, 40_000);
  const candidates = [
    { text: () => western, ...spelling(sample) },
    { text: () => fromLegacyFont(western, 'tcvn3'), ...spelling(fromLegacyFont(sample, 'tcvn3')) },
    { text: () => fromLegacyFont(western, 'vni'), ...spelling(fromLegacyFont(sample, 'vni')) },
    { text: () => new TextDecoder('windows-1258').decode(bytes), ...spelling(windows1258(bytes.subarray(0, 40_000))) },
  ];
  const best = candidates.reduce((a, b) => (b.share > a.share ? b : a));
  return best.text();
}

function windows1258(bytes: Uint8Array): string {
  return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
}

/** A paragraph copied from an old document into a newer one keeps its old encoding: each block of lines for itself. */
function mendLegacyLines(text: string): string {
  if (!/[\u00a1-\u00ff]/.test(text)) return text;
  const whole = unicodeOnly.test(text) ? null : detectLegacyFont(text);
  if (whole !== null) return fromLegacyFont(text, whole);
  return text
    .split(/(\n\s*\n)/)
    .map((block) => {
      const font = unicodeOnly.test(block) ? null : detectLegacyFont(block);
      return font === null ? block : fromLegacyFont(block, font);
    })
    .join('');
}

/** The text, or null where so much of it is control characters or broken letters that it cannot be text. */
function readableOrNull(text: string): string | null {
  const sample = text.slice(0, 200_000);
  if (sample.includes('\0') && (sample.match(/\0/g)?.length ?? 0) > 2) return null;
  const bad = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return bad > 4 && bad > sample.length * 0.01 ? null : text;
}
