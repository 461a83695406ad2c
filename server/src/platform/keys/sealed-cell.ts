import { boxOverhead, closeBox, openBox } from './authenticated-box.ts';

/** Where a sealed text lies; it opens nowhere else. */
export interface CellPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** First byte of every sealed cell; another one is another layout. */
const layout = 1;
const header = 1 + 16;

/** Layout, id of the key, box. Bound to the box: layout, table, column, row, key. */
export function sealCell(key: Buffer, keyId: string, place: CellPlace, text: string): Buffer {
  const head = Buffer.concat([Buffer.from([layout]), Buffer.from(keyId.replaceAll('-', ''), 'hex')]);
  if (head.length !== header) throw new Error(`${keyId} is not the id of a key`);
  return Buffer.concat([head, closeBox(key, Buffer.from(text, 'utf8'), about(place, keyId))]);
}

/** The id of the key under which a cell was sealed, `null` where the bytes are no sealed cell. */
export function keyIdOf(sealed: Buffer): string | null {
  if (sealed.length < header + boxOverhead || sealed[0] !== layout) return null;
  return sealed.toString('hex', 1, header).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The text, or `null` where key, place or bytes are not those it was sealed with. */
export function openCell(key: Buffer, place: CellPlace, sealed: Buffer): string | null {
  const keyId = keyIdOf(sealed);
  if (keyId === null) return null;
  return openBox(key, sealed.subarray(header), about(place, keyId))?.toString('utf8') ?? null;
}

function about({ table, column, rowId }: CellPlace, keyId: string): readonly unknown[] {
  return ['cell', layout, table, column, rowId, keyId];
}
