/** One measure of how an official document must look, with the place in the law that sets it. */
export interface FormMeasure {
  readonly id: string;
  /** Of annex I of Decree 30/2020/NĐ-CP, part and point. */
  readonly article: string;
  readonly unit: 'mm' | 'pt' | 'lines' | 'share';
  /** The least and the most that is allowed, both included. */
  readonly least: number;
  readonly most: number;
  /** What documents written here have. */
  readonly ours: number;
  readonly trust: 'verified' | 'secondary' | 'unverified';
}

export type Weight = 'upright' | 'bold' | 'italic' | 'bold italic';

/** How one part of a document is written: its size, its style, whether in capitals, and where the law says so. */
export interface PartForm {
  readonly id: string;
  readonly article: string;
  /** Points. */
  readonly least: number;
  readonly most: number;
  readonly ours: number;
  readonly weight: Weight;
  readonly capitals: boolean;
  readonly align: 'left' | 'center' | 'justify';
  readonly trust: 'verified' | 'secondary' | 'unverified';
}
