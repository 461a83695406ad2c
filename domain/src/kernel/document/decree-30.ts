import type { FormMeasure, PartForm } from './form-measure.ts';

/**
 * How an official document looks: Decree 30/2020/NĐ-CP of 05/03/2020, annex I, in force since that day. Read in a
 * second source that holds the official Word annexes converted, hence `secondary`. The drawing of part IV, which shows
 * where each part stands on the page, is a picture there and was not read.
 */
export const decree30 = {
  number: '30/2020/NĐ-CP',
  validFrom: '2020-03-05',
  font: { name: 'Times New Roman', article: 'I.4', trust: 'secondary' },
  measures: {
    paper_width: measure('paper_width', 'I.1', 'mm', 210, 210, 210),
    paper_height: measure('paper_height', 'I.1', 'mm', 297, 297, 297),
    margin_top: measure('margin_top', 'I.3', 'mm', 20, 25, 20),
    margin_bottom: measure('margin_bottom', 'I.3', 'mm', 20, 25, 20),
    margin_left: measure('margin_left', 'I.3', 'mm', 30, 35, 30),
    margin_right: measure('margin_right', 'I.3', 'mm', 15, 20, 20),
    first_line: measure('first_line', 'II.6', 'mm', 10, 12.7, 12.7),
    paragraph_gap: measure('paragraph_gap', 'II.6', 'pt', 6, Number.POSITIVE_INFINITY, 6),
    line_spacing: measure('line_spacing', 'II.6', 'lines', 1, 1.5, 1.1),
    /** Of the line above it: the rule under the motto is as long as the motto. */
    rule_of_motto: measure('rule_of_motto', 'II.1', 'share', 1, 1, 1),
    rule_of_issuer: measure('rule_of_issuer', 'II.2', 'share', 1 / 3, 1 / 2, 0.42),
    rule_of_summary: measure('rule_of_summary', 'II.5', 'share', 1 / 3, 1 / 2, 0.42),
  },
  parts: {
    page_number: part('page_number', 'I.7', 13, 14, 14, 'upright', false, 'center'),
    nation: part('nation', 'II.1', 12, 13, 13, 'bold', true, 'center'),
    motto: part('motto', 'II.1', 13, 14, 14, 'bold', false, 'center'),
    parent_body: part('parent_body', 'II.2', 12, 13, 13, 'upright', true, 'center'),
    issuer: part('issuer', 'II.2', 12, 13, 13, 'bold', true, 'center'),
    number: part('number', 'II.3', 13, 13, 13, 'upright', false, 'center'),
    place_and_date: part('place_and_date', 'II.4', 13, 14, 14, 'italic', false, 'center'),
    kind: part('kind', 'II.5', 13, 14, 14, 'bold', true, 'center'),
    summary: part('summary', 'II.5', 13, 14, 14, 'bold', false, 'center'),
    addressee: part('addressee', 'II.9', 13, 14, 14, 'upright', false, 'left'),
    basis: part('basis', 'II.6', 13, 14, 14, 'italic', false, 'justify'),
    body: part('body', 'II.6', 13, 14, 14, 'upright', false, 'justify'),
    heading_1: part('heading_1', 'II.6', 13, 14, 14, 'bold', true, 'justify'),
    heading_2: part('heading_2', 'II.6', 13, 14, 14, 'bold', false, 'justify'),
    heading_3: part('heading_3', 'II.6', 13, 14, 14, 'upright', false, 'justify'),
    authority: part('authority', 'II.7', 13, 14, 14, 'bold', true, 'center'),
    signer: part('signer', 'II.7', 13, 14, 14, 'bold', false, 'center'),
    recipients_head: part('recipients_head', 'II.9', 12, 12, 12, 'bold italic', false, 'left'),
    recipient: part('recipient', 'II.9', 11, 11, 11, 'upright', false, 'left'),
    annex_label: part('annex_label', 'III.1', 14, 14, 14, 'bold', false, 'center'),
    annex_title: part('annex_title', 'III.1', 13, 14, 14, 'bold', true, 'center'),
    annex_reference: part('annex_reference', 'III.1', 13, 14, 14, 'italic', false, 'center'),
  },
} as const satisfies {
  readonly measures: Readonly<Record<string, FormMeasure>>;
  readonly parts: Readonly<Record<string, PartForm>>;
  readonly [other: string]: unknown;
};

function measure<Id extends string>(
  id: Id,
  article: string,
  unit: FormMeasure['unit'],
  least: number,
  most: number,
  ours: number,
): FormMeasure & { readonly id: Id } {
  return { id, article, unit, least, most, ours, trust: 'secondary' };
}

function part<Id extends string>(
  id: Id,
  article: string,
  least: number,
  most: number,
  ours: number,
  weight: PartForm['weight'],
  capitals: boolean,
  align: PartForm['align'],
): PartForm & { readonly id: Id } {
  return { id, article, least, most, ours, weight, capitals, align, trust: 'secondary' };
}
