import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const WEB = new URL('../../../web/', import.meta.url);
/** What passengers' phones run: Safari and the WebViews of messaging apps some years back. */
const TARGETS = ['chrome99', 'safari15.4', 'firefox100'];

/**
 * One browser script and all it imports, minified, in memory. `entry` is a path below `web/`; `constants` are values
 * the script declares and does not define.
 */
export async function bundleScript(
  entry: string,
  format: 'esm' | 'iife',
  constants: Readonly<Record<string, object>> = {},
): Promise<Buffer> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, WEB))],
    bundle: true,
    format,
    minify: true,
    write: false,
    target: TARGETS,
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`Nothing came out of ${entry}`);
  return Buffer.from(output.contents);
}

/** Several style sheets as one, minified and made to work in older browsers. */
export async function bundleStyles(...entries: readonly string[]): Promise<string> {
  const result = await build({
    stdin: {
      contents: entries.map((entry) => `@import './${entry}';`).join('\n'),
      loader: 'css',
      resolveDir: fileURLToPath(WEB),
    },
    bundle: true,
    minify: true,
    write: false,
    target: TARGETS,
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text.trim() ?? '';
}

/** A file below `web/`, as it is. */
export function readWebFile(path: string): Promise<string> {
  return readFile(new URL(path, WEB), 'utf8');
}
