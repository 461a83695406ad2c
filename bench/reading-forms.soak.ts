import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { compareFacts } from '@mangnon/reading/testing/compare-facts.ts';
import { makeDocx } from '@mangnon/reading/testing/make-docx.ts';
import { makePdf } from '@mangnon/reading/testing/make-pdf.ts';
import { makeScan } from '@mangnon/reading/testing/make-scan.ts';
import { sheetFromText } from '@mangnon/reading/testing/plan-sheet.ts';
import { readPlan } from '@mangnon/reading/read-plan.ts';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';

// Makes each plan as .docx, PDF and scan (200 dpi, turned by one degree, stamped) and says how far the facts read
// from each agree with those read from its text. `node bench/reading-forms.soak.ts [part of a file's name]`.

const root = new URL('..', import.meta.url);
const [only = '', show = ''] = process.argv.slice(2);
const folders = [new URL('reading/fixtures/', root), new URL('../shared/plans/', root)];
const worst = { docx: 1, pdf: 1, scan: 1 };

for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`${folder.pathname} is absent: its plans are left out.`);
    continue;
  }
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt') && each.includes(only))) {
    const bytes = readFileSync(new URL(name, folder));
    const asText = await extract(name, bytes);
    const sheet = sheetFromText(asText.text);
    const pdf = await makePdf(sheet, { runningHead: 'Kế hoạch về trẻ em' });
    const forms = { docx: await makeDocx(sheet), pdf, scan: await makeScan(pdf) };
    const scores: string[] = [];
    for (const form of ['docx', 'pdf', 'scan'] as const) {
      const compared = compareFacts(asText, await extract(name, forms[form]));
      worst[form] = Math.min(worst[form], compared.f1);
      scores.push(`${form} ${compared.f1.toFixed(3)}`);
      if (show !== '')
        for (const line of [
          ...compared.missing.map((each) => `- ${each}`),
          ...compared.extra.map((each) => `+ ${each}`),
        ])
          console.log(`  ${form} ${line}`);
    }
    console.log(`${name.padEnd(48)} ${scores.join('  ')}`);
  }
}
console.log(
  `worst: docx ${worst.docx.toFixed(3)}, pdf ${worst.pdf.toFixed(3)}, scan ${worst.scan.toFixed(3)} (to reach: 1, 1, 0.90)`,
);
if (worst.scan < 0.9) process.exitCode = 1;

async function extract(name: string, bytes: Uint8Array): Promise<PlanExtraction> {
  const read = await readPlan({ name, bytes });
  if (!read.ok) throw new Error(`${name} was refused: ${read.refusal.code}`);
  return read.value.extraction;
}
