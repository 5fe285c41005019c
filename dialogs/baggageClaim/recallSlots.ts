import type { ClaimDetails } from '../../services/cases/claim/claimDetails.js';
import type { Slots } from '../form/definition.js';

/** A filed claim as the form that filed it held it, so that its fields can show it. */
export function recallSlots(details: ClaimDetails): Slots {
  const { type, flight, date, station, receivedDay, name, tags, appearance, contents, contact } = details;
  return {
    ...{ type, flight, date, station, name, contents, damage: contents, missing: contents },
    received: receivedDay,
    tag: tags.length > 0 ? tags.join(', ') : undefined,
    looks: appearance.words,
    colour: appearance.colour,
    bagType: appearance.type,
    contact: contact,
    address: details.deliveryAddress,
    photos: details.photos.length > 0 ? details.photos : undefined,
  };
}
