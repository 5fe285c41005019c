const STREAM = /^([a-z][a-z0-9-]*)\//;

/** The kind a stream's name begins with. */
export function readKind(stream: string): string {
  const kind = STREAM.exec(stream)?.[1];
  if (kind === undefined) throw new TypeError(`not a stream's name: ${JSON.stringify(stream)}`);
  return kind;
}
