import { lawCascadeEn } from './cascade-en.ts';
import { lawFiguresEn } from './figures-en.ts';

export const lawEn = { ...lawCascadeEn, ...lawFiguresEn };
