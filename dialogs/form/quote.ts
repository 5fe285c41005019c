import type { Json } from '../../services/eventLog.js';
import type { Field } from './definition.js';
import type { Voice } from './voice.js';

/** A value as part of a sentence of the desk's, which has a full stop of its own. */
export function quoteValue(field: Field, value: Json, voice: Voice): string {
  return field.show(value, voice).replace(/[.\u3002\s]+$/u, '');
}
