/**
 * PostgreSQL refuses to run as root. Started as root, we run it as the user and group 65534 (`nobody`), which need
 * not be created first and exists by number even where /etc/passwd does not name it.
 */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const nobody: SystemUser = { uid: 65534, gid: 65534 };

/** The user to run PostgreSQL as, or `null` to run it as ourselves. */
export function findDatabaseUser(): SystemUser | null {
  return process.getuid?.() === 0 ? nobody : null;
}
