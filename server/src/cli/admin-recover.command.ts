import { issueCode, type IssuedCode } from '../access/operator-recovery/issue-code.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { visitDatabase } from '../platform/database/start-database.ts';

/**
 * Makes a code for an administrator who can sign in no more, and shows it once. Whoever may run this on the server owns
 * the database anyway; that it was done is in the audit trail and told to every administrator and auditor.
 */
export async function recoverAdministrator(login: string): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const started = await visitDatabase(config);
  try {
    const database = openDatabase({ url: started.url, namedStatements: false, connections: 1 });
    try {
      tell(await issueCode(database, login, new Date()), config.address?.origin ?? `http://localhost:${config.port}`);
    } finally {
      await database.destroy();
    }
  } finally {
    await started.stop();
  }
}

function tell({ code, name, login, expiresAt, others }: IssuedCode, address: string): void {
  const until = expiresAt.toLocaleTimeString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  });
  console.log(
    [
      '',
      `  ${code}`,
      '',
      `  Mã vào khẩn cấp của ${name} (${login}), dùng một lần, đến ${until} giờ Việt Nam.`,
      `  Mở ${address}/lay-lai/khan-cap, nhập mã và đặt mật khẩu mới. Mật khẩu, khóa và phiên cũ khi đó hết hiệu lực.`,
      `  Việc này đã ghi vào nhật ký. ${others} người quản trị khác và mọi người kiểm soát truy cập sẽ được báo.`,
      '',
      `  The code for ${name} (${login}), good once, until ${until} in Viet Nam. Open the page above, enter it and set a`,
      `  new password; the old password, keys and sessions end then. This is in the audit trail; ${others} other`,
      '  administrators and every auditor are told.',
      '',
    ].join('\n'),
  );
}
