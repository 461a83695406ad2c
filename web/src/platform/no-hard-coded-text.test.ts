import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'error',
  'label',
  'placeholder',
  'title',
]);
const word = /\p{L}{2}/u;
const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The words that a string or a template is made of; nothing for any other expression. */
function wordsOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : [];
  if (node.type === 'JSXExpressionContainer') return wordsOf(node['expression']);
  if (node.type === 'ConditionalExpression') return [...wordsOf(node['consequent']), ...wordsOf(node['alternate'])];
  if (node.type === 'LogicalExpression') return [...wordsOf(node['left']), ...wordsOf(node['right'])];
  if (node.type === 'TemplateLiteral') {
    return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  }
  return [];
}

/** What a file would show or have read out without going through the messages. */
export function findHardCoded(code: string, lang: 'ts' | 'tsx'): string[] {
  const found: string[] = [];
  const take = (words: string[]) => found.push(...words.filter((one) => word.test(one)));
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk);
    if (!isNode(value)) return;
    if (value.type === 'JSXText') take([value['value'] as string]);
    if (value.type === 'JSXAttribute') {
      const name = (value['name'] as { name: unknown }).name;
      if (typeof name === 'string' && spoken.has(name)) take(wordsOf(value['value']));
    }
    if (value.type === 'JSXElement' || value.type === 'JSXFragment') {
      for (const child of value['children'] as unknown[]) take(wordsOf(child));
    }
    if (value.type === 'Literal' || value.type === 'TemplateLiteral') {
      found.push(...wordsOf(value).filter((one) => vietnamese.test(one)));
    }
    Object.values(value).forEach(walk);
  };
  walk(parseAst(code, { lang }));
  return found;
}

const files = globSync('**/*.{ts,tsx}', { cwd: web }).filter(
  (file) => !/(^|\/)(messages|testing)\/|\.test\.tsx?$|\.d\.ts$/.test(file),
);

describe('no text is hard-coded in the screens', () => {
  it('finds what it looks for', () => {
    expect(findHardCoded('const a = <p>Xin chào</p>', 'tsx')).toContain('Xin chào');
    expect(findHardCoded('const a = <p>{"Save it"}</p>', 'tsx')).toContain('Save it');
    expect(findHardCoded('const a = <p>{on ? "Shown" : null}</p>', 'tsx')).toContain('Shown');
    expect(findHardCoded('const a = <input aria-label="Search" />', 'tsx')).toContain('Search');
    expect(findHardCoded('const a = `Còn ${n} ngày`', 'ts')).toContain('Còn ');
    expect(findHardCoded('const a = <p className="big">{t("plan.what")} ({n})</p>', 'tsx')).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const code = readFileSync(join(web, file), 'utf8');
    expect(findHardCoded(code, file.endsWith('x') ? 'tsx' : 'ts')).toEqual([]);
  });
});
