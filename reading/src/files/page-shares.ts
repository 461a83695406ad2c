/**
 * Which pages of a document two threads still have to read: one takes them from the front, the other from the back,
 * until they meet, so that neither waits for the other however slow it is or late it starts. `taken` is the memory
 * both share.
 */
export class PageShares {
  readonly taken: SharedArrayBuffer;
  private readonly count: Int32Array;
  private readonly pages: number;

  constructor(pages: number, taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.pages = pages;
    this.taken = taken;
    this.count = new Int32Array(taken);
  }

  *fromFront(): Generator<number> {
    for (let number = 1; this.take(); number += 1) yield number;
  }

  *fromBack(): Generator<number> {
    for (let number = this.pages; this.take(); number -= 1) yield number;
  }

  private take(): boolean {
    return Atomics.add(this.count, 0, 1) < this.pages;
  }
}
