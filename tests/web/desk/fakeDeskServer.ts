import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import type { Request, Response, Server } from 'restify';
import { WebSocketServer, type WebSocket } from 'ws';
import type { FiledCase, NewCase } from '../../../bot/channels/desk/newCase/wire.js';
import type { Session, ToServer } from '../../../bot/channels/desk/wire.js';
import { registerDeskPage } from '../../../bot/channels/desk/deskPage.js';
import type { Packing } from '../../../bot/channels/web/packing.js';
import { HttpError } from '../../../bot/http/httpError.js';
import { readJsonBody } from '../../../bot/http/jsonBody.js';
import { createServer } from '../../../bot/http/server.js';
import { loadWords } from '../../../locales/index.js';
import type { FakeDesk } from './fakeDesk.js';
import { createClaim } from './samples.js';

export const PASSWORD = 'a good long password';
export const LINK = 'one-time-token';

const PAST = { reply: 'replied', escalate: 'escalated', close: 'closed' } as const;
const FACTS = {
  en: { airline: 'Redeye Air', phone: '+1 000', email: 'desk@example.com' },
  'zh-Hans': { airline: '红眼航空', phone: '+1 000', email: 'desk@example.com' },
  'zh-Hant': { airline: '紅眼航空', phone: '+1 000', email: 'desk@example.com' },
};

/** The smallest form takes seconds; `serving.test` is about it. */
const packingInAMoment: Pick<Packing, 'pack'> = {
  pack: (_name, { plain, packed }) => {
    packed.set('gzip', gzipSync(plain, { level: 1 }));
    return Promise.resolve({ settled: Promise.resolve() });
  },
};

/** The page as the service sends it, under its content policy, before a desk that is a test double. */
export class FakeDeskServer {
  desk: FakeDesk;
  needsPassword = false;
  private signedIn = false;
  private readonly sockets = new Set<WebSocket>();
  private readonly streams = new WebSocketServer({ noServer: true });
  private isDown = false;

  private constructor(
    desk: FakeDesk,
    private readonly server: Server,
  ) {
    this.desk = desk;
    this.addRoutes();
  }

  static async open(desk: FakeDesk): Promise<FakeDeskServer> {
    const log = pino({ level: 'silent' });
    const server = createServer({ log, createId: () => 'id', allowedOrigins: [], openPrefixes: [] });
    registerDeskPage(server, {
      packing: packingInAMoment,
      translate: loadWords().translate,
      readFacts: (language) => FACTS[language],
      log,
    });
    const fake = new FakeDeskServer(desk, server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://localhost:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Begins a scene: another desk, the agent signed in already or not. */
  begin(desk: FakeDesk, signedIn = true): void {
    this.desk = desk;
    this.signedIn = signedIn;
    this.needsPassword = false;
    this.isDown = false;
    this.drop();
  }

  /** Breaks the connections; with `down` nothing can be reached until `comeBack`. */
  drop(down = false): void {
    this.isDown = down;
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
  }

  comeBack(): void {
    this.isDown = false;
  }

  endSession(): void {
    this.signedIn = false;
    for (const socket of this.sockets) socket.send(JSON.stringify({ type: 'signed-out' }));
  }

  async close(): Promise<void> {
    this.drop();
    this.server.server.closeAllConnections();
    await new Promise<void>((resolve) => void this.server.close(resolve));
  }

  private addRoutes(): void {
    const { server } = this;
    server.use(...readJsonBody(65_536));
    this.route('get', '/session', () => this.describeSession());
    this.route('post', '/session', ({ body }) => {
      if ((body as { password: string }).password !== PASSWORD)
        throw new HttpError(401, 'desk.sign-in', 'No.');
      this.signedIn = true;
      return this.describeSession();
    });
    this.route('post', '/session/link', ({ body }) => {
      if ((body as { token: string }).token !== LINK) throw new HttpError(401, 'desk.sign-in', 'No.');
      this.signedIn = true;
      this.needsPassword = true;
      return this.describeSession();
    });
    this.route('del', '/session', () => {
      this.signedIn = false;
    });
    this.route('put', '/session/password', () => {
      this.needsPassword = false;
    });
    this.route('get', '/chats/:id', ({ params }) => {
      const detail = this.desk.getDetail(readId(params));
      if (!detail) throw new HttpError(404, 'NotFound', 'No such chat.');
      return detail;
    });
    this.route('get', '/chats/:id/suggestions', (req) =>
      suggest(new URLSearchParams(req.getQuery()).get('text')),
    );
    this.route('get', '/canned', () => this.desk.canned);
    this.route('put', '/canned/:id', ({ body }) => {
      const reply = body as FakeDesk['canned'][number];
      this.desk.canned = [...this.desk.canned.filter(({ id }) => id !== reply.id), reply];
    });
    this.route('del', '/canned/:id', ({ params }) => {
      this.desk.canned = this.desk.canned.filter(({ id }) => id !== readId(params));
    });
    this.route('get', '/cases', () => this.desk.cases.map(({ head }) => head));
    this.route('get', '/cases/:id', ({ params }) => this.findCase(readId(params)));
    for (const act of ['reply', 'escalate', 'close'] as const) {
      this.route('post', `/cases/:id/${act}`, ({ params, body }) =>
        this.actOnCase(readId(params), act, body),
      );
    }
    this.route('get', '/talks', () => this.desk.listTalks());
    this.route('get', '/chats/:id/new-case', () => this.desk.draft);
    this.route('post', '/chats/:id/cases', ({ body }) => this.fileCase(body as NewCase));
    server.server.on('upgrade', (req, socket, head) => {
      if (this.isDown || !this.signedIn) socket.destroy();
      else this.streams.handleUpgrade(req, socket, head, (stream) => this.accept(stream));
    });
  }

  private route(
    method: 'get' | 'post' | 'put' | 'del',
    path: string,
    answer: (req: Request) => unknown,
  ): void {
    this.server[method](`/desk/api${path}`, async (req: Request, res: Response) => {
      if (this.isDown) {
        // As with a service that is gone: the connection breaks.
        req.socket.destroy();
        return;
      }
      const open = path.startsWith('/session') && method === 'post';
      if (!open && !this.signedIn) throw new HttpError(401, 'desk.signed-out', 'Sign in.');
      const body = await Promise.resolve(answer(req));
      res.send(body === undefined ? 204 : 200, body);
    });
  }

  private accept(stream: WebSocket): void {
    this.sockets.add(stream);
    stream.on('message', (data: Buffer) => this.desk.receive(JSON.parse(data.toString()) as ToServer));
    this.desk.connect((message) => stream.send(JSON.stringify(message)));
  }

  private describeSession(): Session {
    return { agent: this.desk.me, needsPassword: this.needsPassword };
  }

  private findCase(reference: string) {
    const found = this.desk.cases.find(({ head }) => head.reference === reference);
    if (!found) throw new HttpError(404, 'NotFound', 'No such case.');
    return found;
  }

  private fileCase(asked: NewCase): FiledCase {
    this.desk.filed.push(asked);
    if (this.desk.refuseCase) {
      throw new HttpError(400, 'case.invalid', 'No.', { fields: this.desk.refuseCase });
    }
    return { outcome: this.desk.outcome, head: createClaim().head };
  }

  private actOnCase(reference: string, type: keyof typeof PAST, body: unknown) {
    const found = this.findCase(reference);
    const text = Object.values(body as Record<string, string>)[0]!;
    const event = { at: new Date().toISOString(), actor: 'agent:mei', type: PAST[type], text };
    const changed = { ...found, history: [...found.history, event] };
    this.desk.cases = this.desk.cases.map((each) => (each === found ? changed : each));
    return changed;
  }
}

function readId(params: unknown): string {
  return String((params as Record<string, unknown>)['id']);
}

function suggest(text: string | null) {
  if (!text || text.length < 8) return [];
  return [
    {
      route: 'faq:refund.rules',
      score: 0.83,
      question: 'Which fares are refunded in full?',
      answer:
        'A **Flex** ticket is refunded in full, whenever you ask.\nA Light ticket gives back the taxes.',
      version: 'v1',
    },
    {
      route: 'faq:refund.time',
      score: 0.41,
      question: 'How long does a refund take?',
      answer: 'Seven working days.',
      version: 'v1',
    },
  ];
}
