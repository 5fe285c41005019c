import type {
  AgentView,
  CannedReply,
  CaseDetail,
  ChatDetail,
  ChatHead,
  Entry,
} from '../../../bot/channels/desk/wire.js';

const MINUTE = 60_000;

/** A moment so many minutes ago. */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE).toISOString();
}

export const MEI: AgentView = {
  id: 'mei',
  name: 'Mei Lin',
  languages: ['zh', 'en'],
  skills: ['baggage', 'flights'],
  role: 'agent',
  capacity: 4,
  status: 'available',
  takesAssigned: false,
  load: 0,
};

export const TOM: AgentView = {
  ...MEI,
  id: 'tom',
  name: 'Tom Reed',
  languages: ['en'],
  skills: ['booking'],
  load: 1,
};
export const ANA: AgentView = { ...MEI, id: 'ana', name: 'Ana Cruz', languages: ['en'], load: 4 };

const TOPICS = {
  delayed: { en: 'My bag did not arrive', zh: '行李没有到', zhHant: '行李沒有到' },
  refund: { en: 'Refund of a ticket', zh: '机票退款', zhHant: '機票退款' },
  wheelchair: { en: 'Wheelchair at the airport', zh: '机场轮椅服务', zhHant: '機場輪椅服務' },
  sick: { en: 'A passenger is unwell', zh: '旅客身体不适', zhHant: '旅客身體不適' },
  change: { en: 'Change a flight', zh: '改签航班', zhHant: '改票航班' },
} as const;

export function createHead(
  handoff: string,
  topic: keyof typeof TOPICS,
  waitedMinutes: number,
  more: Partial<ChatHead> = {},
): ChatHead {
  return {
    handoff,
    conversation: `conversation-${handoff}`,
    language: 'en',
    topic: `faq:${topic}`,
    topicWords: TOPICS[topic],
    reason: 'asked',
    priority: 'normal',
    opened: ago(waitedMinutes),
    atHead: false,
    unread: 0,
    ...more,
  };
}

/** A full queue: one of each kind. */
export function createQueue(): ChatHead[] {
  return [
    createHead('h-sick', 'sick', 1, { priority: 'emergency', reason: 'emergency', language: 'zh-Hans' }),
    createHead('h-back', 'refund', 9, { atHead: true }),
    createHead('h-chair', 'wheelchair', 3, { priority: 'assistance', language: 'zh-Hant' }),
    createHead('h-bag', 'delayed', 7, { language: 'zh-Hans', skill: 'baggage', reason: 'dialog' }),
    createHead('h-change', 'change', 2, { reason: 'not-understood' }),
  ];
}

type Line = readonly [from: Entry['from'], text: string, more?: Partial<Entry>];

function createEntries(lines: readonly Line[], startMinutes: number): Entry[] {
  return lines.map(([from, text, more], index) => ({
    position: index + 1,
    id: `entry-${index + 1}`,
    at: ago(startMinutes - index * 0.5),
    from,
    text,
    attachments: [],
    buttons: [],
    ...more,
  }));
}

const ENGLISH_TALK: readonly Line[] = [
  [
    'bot',
    'Hello, this is the **Redeye Air** support desk. How can I help?',
    { buttons: ['Flight status', 'Baggage'] },
  ],
  ['passenger', 'My ticket was refunded only in part'],
  [
    'bot',
    'A refund follows the fare:\n\n- **Flex**: the whole price\n- **Light**: taxes only\n\nSee [the conditions](https://example.com/fares).',
    { route: 'faq:refund', buttons: ['Talk to a person'] },
  ],
  ['passenger', 'But I had a Flex ticket!\nI want a person please'],
  ['bot', 'You are **number 1** in the queue. A colleague takes over in about 2 minutes.'],
];

const CHINESE_TALK: readonly Line[] = [
  ['bot', '您好，这里是**红眼航空**客服。'],
  ['passenger', '我的行李没有到'],
  ['bot', '很抱歉。请问您的航班号是多少？', { route: 'dialog:baggage-claim' }],
  ['passenger', 'RE101，11月21日'],
  ['passenger', '转人工，我的药在箱子里'],
];

export function createDetail(head: ChatHead): Omit<ChatDetail, 'token'> {
  const chinese = head.language !== 'en';
  return {
    head,
    entries: createEntries(chinese ? CHINESE_TALK : ENGLISH_TALK, 8),
    notes: [],
    slots: chinese
      ? [
          { label: { en: 'Flight', zh: '航班', zhHant: '航班' }, value: 'RE101' },
          { label: { en: 'Day of the flight', zh: '航班日期', zhHant: '航班日期' }, value: '2026-11-21' },
        ]
      : [],
    answers: chinese
      ? []
      : [
          {
            route: 'faq:refund',
            question: { en: 'How is my ticket refunded?', zh: '机票怎么退款？', zhHant: '機票怎麼退款？' },
          },
        ],
    cases: chinese ? [createClaim().head] : [],
  };
}

export const CANNED: readonly CannedReply[] = [
  {
    id: 'welcome',
    title: { en: 'Greeting', zh: '问候' },
    text: { en: 'Hello, I have read what you wrote so far.', zh: '您好，您之前写的内容我已经看过。' },
    traditional: { title: '問候', text: '您好，您之前寫的內容我已經看過。' },
  },
  {
    id: 'hold',
    title: { en: 'One moment', zh: '请稍等' },
    text: {
      en: 'Thank you for your patience. I am checking this for you.',
      zh: '感谢您的耐心等待，我正在为您核实。',
    },
  },
];

export function createClaim(): CaseDetail {
  return {
    head: {
      reference: 'PEKRE12345',
      kind: 'claim',
      status: 'tracing',
      open: true,
      filed: ago(26 * 60),
      overdue: false,
      owner: 'baggage-services',
    },
    facts: [
      { name: 'Flight', value: 'RE101, 21 November' },
      { name: 'Bag', value: 'Black hard-shell case, medium' },
    ],
    files: [],
    history: [
      { at: ago(26 * 60), actor: 'passenger:u1', type: 'claim-filed' },
      { at: ago(20 * 60), actor: 'agent:mei', type: 'status-changed', text: 'reported -> tracing' },
    ],
    may: ['reply', 'close'],
  };
}

export function createComplaint(minutesLeft: number, reference: string): CaseDetail {
  return {
    head: {
      reference,
      kind: 'complaint',
      status: 'acknowledged',
      open: true,
      filed: ago(20 * 60),
      due: ago(-minutesLeft),
      overdue: minutesLeft < 0,
      owner: 'ground-operations',
      level: 1,
    },
    facts: [{ name: 'Category', value: 'Flight disruption' }],
    files: [],
    history: [
      {
        at: ago(20 * 60),
        actor: 'passenger:u2',
        type: 'complaint-filed',
        text: 'We waited five hours without water.',
      },
      { at: ago(19 * 60), actor: 'system', type: 'acknowledged' },
    ],
    may: ['reply', 'escalate'],
  };
}
