import { runAll } from './run-all.ts';

runAll('soak');
