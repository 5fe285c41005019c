import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../services/clock.js';
import { RedeyeError } from '../../../services/errors.js';

/**
 * What a token is good for; one for a stream cannot call, one for resuming cannot read.
 * `conversation`: all Direct Line calls. `stream`: opening the WebSocket. `resume`: coming back days later.
 * `upload`: fetching one uploaded file. `report`: reading one filed report.
 */
export type TokenPurpose = 'conversation' | 'stream' | 'resume' | 'upload' | 'report';

export interface TokenClaims {
  /** The conversation; for `upload` the file, for `report` the case's reference. */
  readonly conv: string;
  /** The passenger's id in that conversation; directlinejs reads it from here. */
  readonly user: string;
  /** The language a `report` is shown in. */
  readonly lang?: string | undefined;
}

const ISSUER = 'redeye';
const claimsSchema = z.object({
  conv: z.string().min(1),
  user: z.string().min(1),
  lang: z.string().optional(),
});

/** Signed statements about who may do what in which conversation (JWT, HS256). */
export class Tokens {
  constructor(
    private readonly key: Uint8Array,
    private readonly clock: Clock,
  ) {}

  sign(purpose: TokenPurpose, claims: TokenClaims, seconds: number): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const { conv, user, lang } = claims;
    return new SignJWT({ conv, user, ...(lang !== undefined && { lang }) })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(purpose)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(this.key);
  }

  /** Fails with `token.invalid`, or `token.expired` when that alone is wrong. */
  async verify(purpose: TokenPurpose, token: string): Promise<TokenClaims> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: purpose,
        requiredClaims: ['exp'],
        currentDate: this.clock.now(),
      });
      return claimsSchema.parse(payload);
    } catch (cause) {
      const code = cause instanceof errors.JWTExpired ? 'token.expired' : 'token.invalid';
      throw new RedeyeError(code, '', { cause });
    }
  }
}
