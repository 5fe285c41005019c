import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder';
import { ConsoleChannel } from '../../../../bot/channels/console/consoleChannel.js';
import { renderMarkdown } from '../../../../bot/channels/console/renderMarkdown.js';

type Reply = (activity: Partial<Activity>) => Partial<Activity>[];

/** Talks these lines through, and returns what the terminal showed and what the bot was sent. */
async function talk(lines: string[], reply: Reply, columns = 80) {
  let shown = '';
  const heard: Partial<Activity>[] = [];
  let ids = 0;
  const channel = new ConsoleChannel({
    // oxlint-disable-next-line typescript/require-await -- the terminal's lines come asynchronously
    lines: (async function* () {
      yield* lines;
    })(),
    write: (text) => void (shown += text),
    getColumns: () => columns,
    styled: false,
    run: (activity) => {
      heard.push(activity);
      for (const said of reply(activity)) channel.show({ type: 'message', ...said });
      return Promise.resolve();
    },
    say: (key) => `<${key.split('.').at(-1)}>`,
    locale: 'zh-CN',
    clock: { now: () => new Date(0) },
    createId: () => `id-${(ids += 1)}`,
  });
  await channel.talk();
  return { shown, heard, channel: { show: channel.show.bind(channel), written: () => shown } };
}

describe('the terminal', () => {
  it('greets, passes words on and shows the answers until it is closed', async () => {
    const { shown, heard } = await talk(['hello'], ({ type, text }) => [
      { text: type === 'message' ? `you said ${text}` : 'welcome' },
    ]);
    expect(shown).toBe(
      '<greeting>\n\n<bot>: welcome\n\n<prompt>> <bot>: you said hello\n\n<prompt>> \n<goodbye>\n',
    );
    expect(heard).toMatchObject([
      { type: 'conversationUpdate', membersAdded: [{ id: 'console' }] },
      {
        type: 'message',
        text: 'hello',
        locale: 'zh-CN',
        channelId: 'console',
        from: { id: 'console', role: 'user' },
      },
    ]);
    expect(heard[0]?.conversation?.id).toBe(heard[1]?.conversation?.id);
    expect(heard[0]?.id).not.toBe(heard[1]?.id);
  });

  it('shows what nobody asked for on a line of its own, and waits for words again', async () => {
    const { shown, channel } = await talk([], () => []);
    const before = shown.length;
    channel.show({ type: 'message', text: 'RE101 is late' });
    expect(channel.written().slice(before)).toBe('\n\n<bot>: RE101 is late\n\n<prompt>> ');
  });

  it('numbers the suggestions; a number picks one of those on offer, other words are words', async () => {
    const offers: Partial<Activity> = {
      text: 'What?',
      suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Bags', value: 'I lost my bag' }] },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.hero',
          content: {
            title: 'More',
            buttons: [
              { type: 'openUrl', title: 'Site', value: 'https://x.example' },
              { type: 'postBack', title: 'Form', value: { form: 1 } },
              { type: 'messageBack', title: 'Person', text: 'a person please', value: { handoff: true } },
            ],
          },
        },
      ],
    };
    const { shown, heard } = await talk(['1', '2', '3', '4', '12 kg', '1'], ({ text }) =>
      text === '12 kg' ? [{ text: 'ok' }] : [offers],
    );
    expect(shown).toContain('More\n  1  Bags\n  2  Form\n  3  Person\n');
    expect(heard.slice(1).map(({ text, value }) => (value as unknown) ?? text)).toEqual([
      'I lost my bag',
      { form: 1 },
      { handoff: true },
      '4',
      '12 kg',
      // The answer before offered nothing, so that this is a number and no choice.
      '1',
    ]);
  });

  it('breaks lines where the terminal ends, two columns to a Chinese character', async () => {
    const { shown } = await talk([], () => [{ text: '随身行李可以带多大多重怎么算超重费用' }], 24);
    const lines = shown.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines)
      expect([...line].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0)).toBeLessThanOrEqual(
        24,
      );
  });

  it('says so when a turn fails, and goes on', async () => {
    const { shown, heard } = await talk(['a', 'b'], ({ text }) => {
      if (text === 'a') throw new Error('password=hunter2');
      return [{ text: 'fine' }];
    });
    expect(shown).toContain('<failed>');
    expect(shown).toContain('<bot>: fine');
    expect(shown).not.toContain('hunter2');
    expect(heard).toHaveLength(3);
  });

  it('shows nothing of typing signs and events', async () => {
    const { shown } = await talk([], () => [{ type: 'typing' }, { type: 'event', name: 'x' }]);
    expect(shown).not.toContain('<bot>');
  });
});

describe('Markdown', () => {
  it.each([
    ['**bold** and __bold__', 'bold and bold'],
    ['a * b * c, 2**3', 'a * b * c, 2**3'],
    ['# Title\n- one\n* two', 'Title\n• one\n• two'],
    ['[our page](https://air.example/a)', 'our page (https://air.example/a)'],
    ['[a@b.example](mailto:a@b.example)', 'a@b.example (a@b.example)'],
    ['*an aside*, _another_', 'an aside, another'],
    ['2*3*4 and a_b_c', '2*3*4 and a_b_c'],
    ['`CA1501`', 'CA1501'],
    ['\u001b]0;owned\u0007x\u001b[2J', ']0;ownedx[2J'],
    ['snake_case_name', 'snake_case_name'],
  ])('%j', (text, shown) => {
    expect(renderMarkdown(text, { styled: false })).toBe(shown);
  });

  it('is bold where the terminal can', () => {
    expect(renderMarkdown('**now**', { styled: true })).toBe('\u001b[1mnow\u001b[22m');
  });
});
