/** A page of the service that shows one case to who has its address. */
export interface CasePage {
  readonly kind: 'claim';
  readonly reference: string;
}

/** Stands in a reply's text for the address of its page; the channel puts the real one in as it sends the reply. */
export const PAGE_ADDRESS = 'redeye:page';

export interface PageLinks {
  /** Whether a passenger on this channel can be given the address of a page; without one, none may be promised. */
  reach(channelId: string): boolean;
}
