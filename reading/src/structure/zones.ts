import { fold } from '@mangnon/domain/kernel/fold.ts';
import { isInCapitals } from '../document/torn-lines.ts';
import type { TextLine } from '../document/normalised-document.ts';
import type { Zone } from './outline.ts';

const kinds =
  /^(?:ke hoach|chuong trinh|de an|quyet dinh|phuong an|du an|quy che|huong dan|chi thi|nghi quyet|cong van|thong bao|ke hoach (?:hanh dong|phoi hop|lien tich|cong tac)|chuong trinh (?:hanh dong|phoi hop))$/;
/** «KẾ HOẠCH XÂY DỰNG …»: kind and title in one line. */
const titleBegins = /^(?:ke hoach|chuong trinh|de an|phuong an|du an) \w/;
const preambleBegins =
  /^(?:[-+] )?(?:can cu|thuc hien|trien khai|tren co so|xet|theo de nghi|thi hanh|tiep tuc thuc hien|de (?:trien khai|thuc hien|tiep tuc|chu dong|tang cuong)|nham|uy ban nhan dan|ubnd|so |phong |ban chi dao|cong an|hoi |theo |ngay )/;
const closingBegins =
  /^(?:tren day la|noi dung tren day|kem theo ke hoach nay|trong qua trinh (?:to chuc |trien khai )*(?:thuc hien|trien khai)\b.*(?:vuong mac|phat sinh|kho khan|bat cap|sua doi)|(?:ke hoach|chuong trinh) nay (?:duoc|co hieu luc|thay the)|yeu cau (?:cac|thu truong|giam doc).*(?:ke hoach nay|nghiem tuc (?:trien khai )?thuc hien|to chuc thuc hien)|de nghi (?:cac|thu truong).*(?:ke hoach nay)$)/;
const recipientsBegin = /^noi nhan\b/;
const signatureBegins = /^(?:tm|kt|tl|tuq|q|thua lenh|thay mat)\b/;
const capacity =
  /^(?:pho )?(?:chu tich|giam doc|tong giam doc|truong (?:ban|phong|doan)|bo truong|thu truong|chanh van phong|chanh an|vien truong|cuc truong|bi thu|hieu truong|tong cuc truong)(?: (?!(?:.* )?cac )(?:thuong truc|ubnd.*|uy ban nhan dan.*|vksnd.*|vien kiem sat .*|tand.*|toa an .*|cong an .*|so .*|hoi .*))?$/;
const annexBegins = /^(?:phu luc|danh muc|bieu (?:mau|so|tong hop)|mau so|mau bao cao|de cuong bao cao)\b/;

/** The paragraph that ends a plan; its beginning decides whether the rest is looked at. */
function isClosing(text: string, words: string): boolean {
  if (!/^(?:tren day|noi dung tren|kem theo|trong qua trinh|ke hoach nay|chuong trinh nay|yeu cau|de nghi)/.test(words))
    return false;
  return closingBegins.test(fold(text.slice(0, 600)));
}

/** «Căn cứ Kế hoạch này, các sở … thực hiện./.»: the sign of the end behind words to everybody. */
function isLastWord(text: string, words: string): boolean {
  return (
    /\.\/\.?$/.test(text) &&
    /^(?:can cu|ket qua (?:thuc hien|trien khai|to chuc)\b.*\b(?:gui|bao cao)|de nghi|yeu cau|nhan duoc|uy ban nhan dan|ubnd)/.test(
      words,
    )
  );
}

/** Follows a document line by line and says in which zone each line stands. */
export class ZoneFinder {
  private zone: Zone = 'head';
  private sawKind = false;
  private sawTitle = false;
  private sawBody = false;
  private isDecision = false;
  private at = -1;
  /** The line of the state's motto near the beginning: what stands above is letterhead, or a web page's own words. */
  private readonly motto: number;

  constructor(lines: readonly TextLine[]) {
    this.motto = lines
      .slice(0, 80)
      .findIndex((line) => /c[ộo]ng h[òoà]+a? x[ãa] h[ộo]i ch[ủu] ngh[ĩi]a/iu.test(line.text));
  }

  /** Takes the next line and whether it begins with a marker that heads a section or counts an item. */
  next(line: TextLine, marked: 'section' | 'item' | null): Zone {
    this.at += 1;
    if (this.at < this.motto) return this.zone;
    this.zone = this.move(line, marked);
    if (this.zone === 'body') this.sawBody = true;
    return this.zone;
  }

  private move(line: TextLine, marked: 'section' | 'item' | null): Zone {
    const words = fold(line.text.slice(0, 120));
    const capitals = isInCapitals(line.text);
    if (capitals && kinds.test(words)) this.isDecision = words === 'quyet dinh';
    if (this.sawBody && capitals && kinds.test(words) && this.zone !== 'body') {
      this.sawKind = true;
      this.sawTitle = false;
      this.sawBody = false;
      return 'head';
    }
    if (recipientsBegin.test(words) && line.text.length < 60) return 'recipients';
    if (this.zone !== 'head' && this.zone !== 'preamble' && this.isSignature(line, words, capitals)) return 'signature';
    if (this.zone !== 'head' && annexBegins.test(words) && line.text.length < 160 && !/[.;]$/.test(line.text)) {
      if (capitals || this.zone === 'signature' || this.zone === 'recipients' || /^phu luc( [ivx\d]+)?$/.test(words))
        return 'annex';
    }
    switch (this.zone) {
      case 'head':
        return this.moveFromHead(line, words, capitals, marked);
      case 'preamble':
        return marked !== null && !(marked === 'item' && /^[-–+•]/.test(line.text))
          ? 'body'
          : this.endOfPreamble(line, words, marked);
      case 'body':
        return line.row === null && (isClosing(line.text, words) || (marked === null && isLastWord(line.text, words)))
          ? 'closing'
          : 'body';
      case 'closing':
        return marked === 'section' ? 'body' : 'closing';
      case 'signature':
        // The plan that a decision attaches, in a copy that lost its title.
        return marked === 'section' && this.isDecision && line.row === null ? 'body' : this.zone;
      case 'annex':
      case 'recipients':
        return this.zone;
    }
  }

  private moveFromHead(line: TextLine, words: string, capitals: boolean, marked: 'section' | 'item' | null): Zone {
    if (kinds.test(words)) {
      this.sawKind = true;
      return 'head';
    }
    if (!this.sawKind && capitals && titleBegins.test(words)) {
      this.sawKind = true;
      this.sawTitle = true;
      return 'head';
    }
    if (marked === 'section') return 'body';
    if (!this.sawKind) {
      // A document without its title: the first long sentence or number begins it.
      if (marked === 'item' && !/^[-–—]/.test(line.text)) return 'body';
      return line.text.length >= 90 && !capitals && line.row === null && preambleBegins.test(words)
        ? 'preamble'
        : 'head';
    }
    if (marked === 'item' && this.sawTitle) return /^[-–+•]/.test(line.text) ? 'preamble' : 'body';
    if (
      this.sawTitle &&
      !capitals &&
      preambleBegins.test(words) &&
      (line.text.length >= 60 || /[;:.]$/.test(line.text))
    )
      return 'preamble';
    if (this.sawTitle && !capitals && line.text.length >= 220) return 'preamble';
    if (!/^[-–_*\s(]/.test(line.text)) this.sawTitle = true;
    return 'head';
  }

  private endOfPreamble(line: TextLine, words: string, marked: 'section' | 'item' | null): Zone {
    const title = marked === null && line.row === null && line.text.length < 100 && isInCapitals(line.text);
    if (title && /muc dich|yeu cau|nhiem vu|muc tieu|noi dung|to chuc thuc hien|quan diem/.test(words)) return 'body';
    return 'preamble';
  }

  private isSignature(line: TextLine, words: string, capitals: boolean): boolean {
    if (line.text.length > 120 || line.row !== null) return false;
    if (signatureBegins.test(words) && /^(?:TM|KT|TL|TUQ|Q)\.?\s?[\p{Lu}]/u.test(line.text)) return true;
    return capitals && capacity.test(words);
  }
}
