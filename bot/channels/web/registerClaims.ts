import type { Request, Response, Server } from 'restify';
import { describeReport } from '../../../dialogs/baggageClaim/describeReport.js';
import { createVoice } from '../../../dialogs/form/voice.js';
import type { Translate } from '../../../locales/index.js';
import { LANGUAGES, type Language } from '../../../locales/language.js';
import type { CaseDesk } from '../../../services/cases/caseDesk.js';
import type { Case } from '../../../services/cases/caseKinds.js';
import type { Clock } from '../../../services/clock.js';
import { RedeyeError } from '../../../services/errors.js';
import { CLAIMS_PATH } from '../../pageLinks.js';
import type { TokenClaims, Tokens } from '../directline/tokens.js';
import { choosePageLanguage } from './chooseLanguage.js';
import { createClaimPage } from './claimPage.js';
import { createPageWords, mapLanguages, type ReadFacts } from './pageWords.js';
import { createNotFoundPage } from './plainPages.js';
import { sendPage } from './sendPage.js';

export interface ClaimsParts {
  readonly cases: Pick<CaseDesk, 'find' | 'assessDeadlines'>;
  readonly tokens: Pick<Tokens, 'verify'>;
  readonly translate: Translate;
  readonly readFacts: ReadFacts;
  readonly clock: Clock;
  /** IANA zone of the airline's days and hours. */
  readonly timeZone: string;
}

type Ticket = TokenClaims | 'expired' | 'invalid';

/** Adds `/claims/<token>`: one filed baggage report, for who has the address that the chat gave. */
export async function registerClaims(server: Server, parts: ClaimsParts): Promise<void> {
  const { translate, readFacts, cases, clock, timeZone } = parts;
  const readWords = createPageWords(translate, readFacts);
  const readExpired = () =>
    mapLanguages((language) => ({
      ...readWords()[language],
      'notFound.title': translate(language, 'claim:page.expired.title'),
      'notFound.text': translate(language, 'claim:page.expired.text'),
    }));
  const favicon = '/favicon.ico';
  const renderClaim = await createClaimPage();
  const renderNotFound = await createNotFoundPage({ readWords, favicon });
  const renderExpired = await createNotFoundPage({ readWords: readExpired, favicon });

  async function answer(req: Request, res: Response): Promise<void> {
    const ticket = await readTicket(req, parts.tokens);
    const claim = typeof ticket === 'string' ? undefined : await findClaim(ticket.conv);
    const language = chooseLanguage(req, ticket);
    const base = { frameAncestors: [], personal: true };
    if (claim === undefined) {
      const [status, render] =
        ticket === 'expired' ? ([410, renderExpired] as const) : ([404, renderNotFound] as const);
      return sendPage(req, res, { ...base, status, render: (nonce) => render({ language, nonce }) });
    }
    const { details, receivedDay } = claim.state;
    const deadlines = cases.assessDeadlines({ ...details, receivedDay: receivedDay ?? details.receivedDay });
    const voice = createVoice(translate, language);
    const report = describeReport({ claim, deadlines, now: clock.now(), timeZone }, voice);
    const { airline, phone } = readFacts(language);
    const render = (nonce: string) => renderClaim({ report, voice, airline, phone, nonce });
    return sendPage(req, res, { ...base, status: 200, render });
  }

  async function findClaim(reference: string): Promise<Case<'claim'> | undefined> {
    const found = await cases.find(reference);
    return found?.kind === 'claim' ? found : undefined;
  }

  // A parameter would be limited to fewer characters than a token has.
  for (const method of ['get', 'head'] as const) server[method](`${CLAIMS_PATH}/*`, answer);
}

async function readTicket(req: Request, tokens: ClaimsParts['tokens']): Promise<Ticket> {
  try {
    return await tokens.verify('report', req.path().slice(CLAIMS_PATH.length + 1));
  } catch (error) {
    if (!(error instanceof RedeyeError)) throw error;
    return error.code === 'token.expired' ? 'expired' : 'invalid';
  }
}

/** The conversation's language, unless the address asks for another. */
function chooseLanguage(req: Request, ticket: Ticket): Language {
  const { language, asked } = choosePageLanguage(req);
  if (asked || typeof ticket === 'string') return language;
  return LANGUAGES.find((each) => each === ticket.lang) ?? language;
}
