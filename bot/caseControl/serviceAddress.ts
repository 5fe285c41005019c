import { z } from 'zod';
import { RedeyeError } from '../../services/errors.js';
import { askService } from './askService.js';
import type { ControlHandler } from './controlServer.js';

const VERB = 'tell-address';
const commandSchema = z.object({ verb: z.literal(VERB) });

/** Tells commands of this machine where the service is reached; nothing until it listens. */
export function createAddressControl(getAddress: () => string | undefined): ControlHandler {
  return (message) => {
    if (!commandSchema.safeParse(message).success) return undefined;
    const address = getAddress();
    return Promise.resolve(address === undefined ? {} : { address });
  };
}

/** Where the service that runs on a data directory is reached; undefined where none runs. */
export async function findServiceAddress(dataDirectory: string): Promise<string | undefined> {
  try {
    const answer = await askService(dataDirectory, { verb: VERB });
    const address = 'done' in answer ? answer.done['address'] : undefined;
    return typeof address === 'string' ? address : undefined;
  } catch (error) {
    if (!(error instanceof RedeyeError)) throw error;
    return undefined;
  }
}
