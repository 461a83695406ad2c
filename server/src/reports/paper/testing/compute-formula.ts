type Shown = string | number | boolean | Date | null | undefined;

export interface Book {
  readonly sheets: ReadonlyMap<string, Shown[][]>;
  /** By «sheet!row,column». */
  readonly formulas: ReadonlyMap<string, string>;
}

/**
 * Computes the few kinds of formulas our workbooks hold, as Excel does: text adds nothing to SUM, COUNT and SUMPRODUCT.
 * Cells are taken as they are shown in `book`, so that a test can change one and see what follows. Throws at any other formula.
 */
export function computeFormula(formula: string, sheet: string, book: Book): Shown {
  const whole = formula.trim();
  const condition = /^IF\((.*)\)$/s.exec(whole);
  if (condition !== null) {
    const [test = '', yes = '', no = ''] = splitArguments(condition[1] ?? '');
    return computeFormula(holds(test, sheet, book) ? yes : no, sheet, book);
  }
  if (whole.startsWith('"')) return whole.slice(1, -1);
  const call = /^(SUM|COUNT|N|SUMPRODUCT)\(((?:[^()]|\([^()]*\))*)\)$/.exec(whole);
  if (call !== null) return compute(call[1] ?? '', splitArguments(call[2] ?? ''), sheet, book);
  const product = /^(\w+)\/(\w+)\*(\w+)$/.exec(whole);
  if (product !== null) {
    const [up = 0, down = 0, factor = 0] = product.slice(1).map((cell) => Number(cellsOf(cell, sheet, book)[0]));
    return (up / down) * factor;
  }
  return cellsOf(whole, sheet, book)[0];
}

function compute(name: string, parts: readonly string[], sheet: string, book: Book): number {
  if (name !== 'SUMPRODUCT') {
    const numbers = parts.flatMap((part) => cellsOf(part, sheet, book)).filter((cell) => typeof cell === 'number');
    return name === 'COUNT' ? numbers.length : numbers.reduce((sum, one) => sum + one, 0);
  }
  const columns = parts.map((part) => {
    const told = /^--ISNUMBER\((.*)\)$/.exec(part);
    if (told !== null) return cellsOf(told[1] ?? '', sheet, book).map((cell) => (typeof cell === 'number' ? 1 : 0));
    return cellsOf(part, sheet, book).map((cell) => (typeof cell === 'number' ? cell : 0));
  });
  return (columns[0] ?? []).reduce<number>(
    (sum, _, at) => sum + columns.reduce((all, one) => all * (one[at] ?? 0), 1),
    0,
  );
}

function holds(test: string, sheet: string, book: Book): boolean {
  const [, left = '', sign, right] = /^(.*?)(=|>)(\d+)$/.exec(test) ?? [];
  const value = Number(computeFormula(left, sheet, book));
  return sign === '=' ? value === Number(right) : value > Number(right);
}

function cellsOf(reference: string, here: string, book: Book): Shown[] {
  const found = /^(?:'([^']+)'!)?([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference.trim());
  if (found === null) throw new Error(`not understood: ${reference}`);
  const [, sheet = here, column = '', row, , lastRow = row] = found;
  const at = [...column].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
  const rows = book.sheets.get(sheet)?.slice(Number(row) - 1, Number(lastRow)) ?? [];
  return rows.map((cells) => cells[at]);
}

/** At commas that stand in no bracket and no text. */
function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
