import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../testing/make-pdf.ts';
import { openDocument } from './open-document.ts';

const items = 1500;
let long: Uint8Array;

const syllables = ['An', 'Bình', 'Chi', 'Dương', 'Giang', 'Hà', 'Khê', 'Lam', 'Mai', 'Nam'];
/** No two alike: what stands alike at the top of each page is a running head. */
const nameOf = (at: number) => [...String(at)].map((digit) => syllables[Number(digit)]).join(' ');

beforeAll(async () => {
  const body = Array.from({ length: items }, (_, at) => ({
    kind: 'paragraph' as const,
    text: `${at + 1}. Xã ${nameOf(at)} rà soát, lập danh sách trẻ em có hoàn cảnh đặc biệt.`,
  }));
  const sheet = { letterhead: { left: [], right: [] }, body, recipients: [], signature: [], annexes: [] };
  long = await makePdf(sheet, { fontSize: 26 });
}, 120_000);

describe('a PDF long enough for two threads', () => {
  it('gives every page and paragraph in order, and tells each page once', { timeout: 60_000 }, async () => {
    const told: number[] = [];
    const opened = await openDocument(long, { onPage: (_, done) => told.push(done) });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { pages, blocks } = opened.value;
    expect(pages).toBeGreaterThan(120);
    const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(' ');
    const numbers = [...text.matchAll(/\d+(?=\. Xã)/g)].map(([number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: items }, (_, at) => at + 1));
    const breaks = blocks.flatMap((block) => (block.kind === 'page_break' ? [block.number] : []));
    expect(breaks).toEqual(Array.from({ length: (pages ?? 0) - 1 }, (_, at) => at + 1));
    expect(told).toEqual(Array.from({ length: pages ?? 0 }, (_, at) => at + 1));
  });

  it('stops in both threads when told to', { timeout: 60_000 }, async () => {
    const stopping = new AbortController();
    const onPage = () => stopping.abort();
    const opened = await openDocument(long, { onPage, signal: stopping.signal });
    expect(opened).toEqual({ ok: false, refusal: { code: 'files.cancelled' } });
  });

  it('stops soon when told to from outside', { timeout: 60_000 }, async () => {
    const stopping = new AbortController();
    let told = 0;
    const onPage = () => {
      told += 1;
      if (told === 1) setTimeout(() => stopping.abort(), 5);
    };
    const opened = await openDocument(long, { onPage, signal: stopping.signal });
    expect(opened).toEqual({ ok: false, refusal: { code: 'files.cancelled' } });
    expect(told).toBeLessThan(100);
  });
});
