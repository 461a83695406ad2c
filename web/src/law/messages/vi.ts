import { lawCascadeVi } from './cascade-vi.ts';
import { lawFiguresVi } from './figures-vi.ts';

export const lawVi = { ...lawCascadeVi, ...lawFiguresVi };
