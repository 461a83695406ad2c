import { StartFailure } from '../../start-failure.ts';

/** The device or service that holds the key does not answer as it should; what was asked was not done. */
export class KeyDeviceAway extends Error {
  /** Answered as `keys.unavailable`. */
  readonly code = 'KEYS_UNAVAILABLE';

  constructor(what: string, answer: bigint) {
    super(`${what}: the key device answers 0x${answer.toString(16)}`);
    this.name = 'KeyDeviceAway';
  }
}

/** What the operator must do at the device: told at the start, and answered as `keys.unavailable` while serving. */
class DeviceFailure extends StartFailure {
  readonly code = 'KEYS_UNAVAILABLE';
}

export function cannotLoad(path: string, cause: unknown): StartFailure {
  return new DeviceFailure(
    {
      vi: `Không nạp được thư viện PKCS#11 ${path} (MANGNON_KEY_MODULE). Hãy kiểm tra đường dẫn, quyền đọc và phần mềm của thiết bị. Chưa có gì bị thay đổi.`,
      en: `The PKCS#11 module ${path} (MANGNON_KEY_MODULE) cannot be loaded. Check the path, its permissions and the device's software. Nothing has been changed.`,
    },
    cause,
  );
}

export function noSuchToken(token: string, seen: readonly string[]): StartFailure {
  const there = seen.length === 0 ? { vi: 'không thấy thiết bị nào', en: 'none is seen' } : null;
  const names = seen.map((name) => `“${name}”`).join(', ');
  return new DeviceFailure({
    vi: `Không thấy thiết bị giữ khóa tên “${token}” (MANGNON_KEY_TOKEN): ${there?.vi ?? `chỉ thấy ${names}`}. Hãy cắm thiết bị hoặc sửa tên. Chưa có gì bị thay đổi.`,
    en: `There is no key device labelled “${token}” (MANGNON_KEY_TOKEN): ${there?.en ?? `only ${names}`}. Plug it in or correct the label. Nothing has been changed.`,
  });
}

export function tokenTwice(token: string): StartFailure {
  return new DeviceFailure({
    vi: `Có nhiều thiết bị cùng tên “${token}” (MANGNON_KEY_TOKEN). Hãy để một thiết bị, hoặc đặt tên khác nhau. Chưa có gì bị thay đổi.`,
    en: `Several devices are labelled “${token}” (MANGNON_KEY_TOKEN). Leave one, or give them different labels. Nothing has been changed.`,
  });
}

export function wrongPin(token: string, locked: boolean): StartFailure {
  return new DeviceFailure({
    vi: locked
      ? `Thiết bị giữ khóa “${token}” đã bị khóa vì nhập sai mã PIN nhiều lần. Hãy mở khóa bằng mã của người quản lý thiết bị rồi khởi động lại. Chưa có gì bị thay đổi.`
      : `Thiết bị giữ khóa “${token}” không nhận mã PIN. Hãy sửa MANGNON_KEY_PIN_FILE rồi khởi động lại; mã chỉ được thử một lần mỗi lần khởi động. Chưa có gì bị thay đổi.`,
    en: locked
      ? `The key device “${token}” is locked after too many wrong PINs. Unlock it with its security officer's PIN and start again. Nothing has been changed.`
      : `The key device “${token}” does not take the PIN. Correct MANGNON_KEY_PIN_FILE and start again; the PIN is tried once at each start. Nothing has been changed.`,
  });
}

export function noGcm(token: string): StartFailure {
  return new DeviceFailure({
    vi: `Thiết bị giữ khóa “${token}” không mã hóa được theo AES-GCM (CKM_AES_GCM). Hãy dùng thiết bị khác, hoặc tệp khóa MANGNON_KEY_FILE. Chưa có gì bị thay đổi.`,
    en: `The key device “${token}” cannot encrypt by AES-GCM (CKM_AES_GCM). Use another device, or a key file, MANGNON_KEY_FILE. Nothing has been changed.`,
  });
}

export function versionTwice(token: string, version: number): StartFailure {
  return new DeviceFailure({
    vi: `Thiết bị giữ khóa “${token}” có hai khóa cùng phiên bản ${version}. Hãy hỏi người quản lý thiết bị khóa nào là đúng; hệ thống không tự chọn. Chưa có gì bị thay đổi.`,
    en: `The key device “${token}” holds two keys of version ${version}. Ask who keeps the device which one is right; the program does not choose. Nothing has been changed.`,
  });
}
