import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RouterModel } from './model.js';
import type { Route } from './route.js';

const MAGIC = 'redeye-model\n';
const CHECKSUM_BYTES = 32;
const ALIGNMENT = 8;

const headerSchema = z.object({
  routes: z.array(z.string().transform((route) => route as Route)),
  labels: z.number().int().nonnegative(),
  rarityOfUnknown: z.number(),
  families: z.array(z.boolean()),
  calibration: z.object({ temperature: z.number(), refusal: z.array(z.number()) }),
  lengths: z.array(z.number().int().nonnegative()).length(10),
});

/** One file: a mark, a checksum of all that follows, a JSON header, then the arrays as they lie in memory (little endian). */
export function encodeModel({ routes, vocabulary, linear, calibration, known }: RouterModel): Buffer {
  const arrays = [
    vocabulary.slots,
    vocabulary.numbers,
    vocabulary.rarity,
    linear.scales,
    linear.bias,
    known.hashes,
    known.labels,
    linear.support?.starts ?? new Int32Array(0),
    linear.support?.labelOf ?? new Uint16Array(0),
    linear.weights,
  ];
  const header = JSON.stringify({
    routes,
    labels: linear.labels,
    rarityOfUnknown: vocabulary.rarityOfUnknown,
    families: vocabulary.families,
    calibration,
    lengths: arrays.map(({ length }) => length),
  });
  const headerBytes = Buffer.from(header);
  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32LE(headerBytes.length);
  const body = Buffer.concat([
    headerLength,
    headerBytes,
    ...arrays.map(({ buffer, byteOffset, byteLength }) =>
      padToAlignment(Buffer.from(buffer, byteOffset, byteLength)),
    ),
  ]);
  return Buffer.concat([Buffer.from(MAGIC), createHash('sha256').update(body).digest(), body]);
}

/** The model, or undefined when the bytes are not one, whole and unaltered. */
export function decodeModel(bytes: Buffer): RouterModel | undefined {
  const bodyStart = MAGIC.length + CHECKSUM_BYTES;
  if (bytes.length < bodyStart + 4 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const body = bytes.subarray(bodyStart);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(MAGIC.length, bodyStart)))
    return undefined;
  const headerEnd = 4 + body.readUInt32LE(0);
  const { lengths, ...header } = headerSchema.parse(JSON.parse(body.toString('utf8', 4, headerEnd)));
  let offset = headerEnd;
  let next = 0;
  /** Copies, because an array of 4-byte numbers must begin at a multiple of 4. */
  const take = (bytesEach: number): ArrayBuffer => {
    const byteLength = (lengths[next] ?? 0) * bytesEach;
    const copy = new Uint8Array(byteLength);
    copy.set(body.subarray(offset, offset + byteLength));
    offset += Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
    next += 1;
    return copy.buffer;
  };
  const vocabulary = {
    slots: new Uint32Array(take(4)),
    numbers: new Int32Array(take(4)),
    rarity: new Float32Array(take(4)),
    rarityOfUnknown: header.rarityOfUnknown,
    families: header.families,
  };
  const scales = new Float32Array(take(4));
  const bias = new Float32Array(take(4));
  const known = { hashes: new Uint32Array(take(4)), labels: new Uint16Array(take(2)) };
  const support = { starts: new Int32Array(take(4)), labelOf: new Uint16Array(take(2)) };
  // By far the largest, and of single bytes: it may lie where it was read.
  const weights = new Int8Array(body.buffer, body.byteOffset + offset, lengths[next] ?? 0);
  const linear = {
    labels: header.labels,
    scales,
    bias,
    weights,
    ...(support.starts.length > 0 && { support }),
  };
  return { routes: header.routes, vocabulary, linear, calibration: header.calibration, known };
}

function padToAlignment(bytes: Buffer): Buffer {
  const missing = (ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
