import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { StartFailure } from '../start-failure.ts';

interface Where {
  readonly host: string;
  readonly port: number;
}

/** Starts listening and gives the address to open in a browser. A port in use is a StartFailure. */
export async function listen(app: FastifyInstance, { host, port }: Where): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw portInUse(port, cause);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw notOurs({ host, port }, cause);
    throw cause;
  }
  const { port: taken } = app.server.address() as AddressInfo;
  const everywhere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1';
  return `http://${everywhere ? 'localhost' : host}:${taken}`;
}

function portInUse(port: number, cause: unknown): StartFailure {
  return new StartFailure(
    {
      vi: `Cổng ${port} đang được chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ: PORT=${port + 1} npm start`,
      en: `Port ${port} is in use by another program. Stop that program, or choose another port, for instance: PORT=${port + 1} npm start`,
    },
    cause,
  );
}

function notOurs({ host, port }: Where, cause: unknown): StartFailure {
  return new StartFailure(
    {
      vi: `Không được phép lắng nghe tại ${host}:${port}. Hãy chọn PORT từ 1024 trở lên và MANGNON_HOST là một địa chỉ của máy này.`,
      en: `Listening at ${host}:${port} is not possible. Choose a PORT of 1024 or more, and for MANGNON_HOST an address of this machine.`,
    },
    cause,
  );
}
