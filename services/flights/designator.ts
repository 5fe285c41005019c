import { findAirline } from '../../locales/places/index.js';

export interface Designator {
  /** IATA code of the airline, or the ICAO code of one not known here. */
  readonly airline: string;
  /** Without leading zeros. */
  readonly number: string;
  /** Operational suffix; mostly empty. */
  readonly suffix: string;
}

const FORM = /^(?=.?[A-Z])([A-Z0-9]{2}|[A-Z]{3}) ?-?0*([1-9]\d{0,3})([A-Z]?)$/;

/** Reads `mu 5101`, `CES5101`, `ＭＵ０５１０１`; undefined for what is no flight number. */
export function parseDesignator(text: string): Designator | undefined {
  const match = FORM.exec(text.normalize('NFKC').trim().toUpperCase());
  if (!match) return undefined;
  const [, code = '', number = '', suffix = ''] = match;
  return { airline: findAirline(code)?.iata ?? code, number, suffix };
}

/** The form flights are filed under, `MU5101`; undefined for what is no flight number. */
export function normalizeDesignator(text: string): string | undefined {
  const designator = parseDesignator(text);
  return designator && `${designator.airline}${designator.number}${designator.suffix}`;
}

/** As air traffic control says it, `CES5101`; the IATA form where the airline's ICAO code is not known. */
export function toIcaoIdent({ airline, number, suffix }: Designator): string {
  return `${findAirline(airline)?.icao ?? airline}${number}${suffix}`;
}
