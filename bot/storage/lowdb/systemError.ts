/** Whether an error carries this code of the operating system (`ENOENT`, ...). */
export function hasCode(error: unknown, code: string): boolean {
  // By its shape: errors of node:fs are not instances of this realm's Error under a test runner.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}
