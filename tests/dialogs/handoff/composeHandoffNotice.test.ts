import { describe, expect, it } from '@jest/globals';
import { composeHandoffNotice } from '../../../dialogs/handoff/composeHandoffNotice.js';
import { loadWords } from '../../../locales/index.js';
import { LANGUAGES, type Language } from '../../../locales/language.js';
import type { FloorNotice } from '../../../services/desk/floor.js';
import type { Standing } from '../../../services/desk/handoffs.js';

const { translate } = loadWords();
const NONE: Standing = { kind: 'none', staffing: 'busy' };
const HELD: Standing = { kind: 'held', handoff: 'h-1', agentName: 'Li' };
const waiting = (position: number): Standing => ({
  kind: 'waiting',
  handoff: 'h-1',
  position,
  staffing: 'busy',
});

function compose(kind: FloorNotice['kind'], standing: Standing, language: Language = 'en') {
  const notice = { id: 'notice', kind, handoff: { id: 'h-1' }, agentName: 'Wang' } as FloorNotice;
  return composeHandoffNotice(notice, standing, language, translate);
}

describe('a notice of the desk', () => {
  it.each<[FloorNotice['kind'], Standing, Language, string]>([
    ['joined', HELD, 'en', '**Wang** has joined'],
    ['joined', HELD, 'zh-Hans', '客服 **Wang** 已接入'],
    ['joined', HELD, 'zh-Hant', '客服 **Wang** 已接入，能看到您前面說的全部內容'],
    ['changed', HELD, 'en', '**Wang** has taken over'],
    ['changed', HELD, 'zh-Hant', '接下來由客服 **Wang** 為您服務'],
    ['returned', waiting(1), 'en', 'You are back at the head of the queue'],
    ['returned', waiting(2), 'en', 'You are now number 2 in line for a person.'],
    ['returned', waiting(2), 'zh-Hans', '您现在排在第2位'],
    ['returned', HELD, 'en', 'A colleague is taking over'],
    ['returned', HELD, 'zh-Hant', '另一位客服正在接手'],
    ['ended', NONE, 'en', 'Wang has left the chat. You are talking with me, the automatic assistant, again.'],
    ['ended', NONE, 'zh-Hant', 'Wang已離開對話，現在由我（智慧助手）繼續為您服務。'],
  ])('of the kind %s says it as it is now (%j, %s)', (kind, standing, language, words) => {
    const [said, ...more] = compose(kind, standing, language);
    expect(said!.text).toContain(words);
    expect(more).toEqual([]);
  });

  it('that has been overtaken is left out', () => {
    expect(compose('returned', NONE)).toEqual([]);
  });

  it.each(LANGUAGES)('lets the passenger end the talk, leave the queue, or give a score (%s)', (language) => {
    const leads = (kind: FloorNotice['kind'], standing: Standing) =>
      compose(kind, standing, language).flatMap(({ offers = [] }) => offers.map(({ lead }) => lead));
    expect(leads('joined', HELD)).toEqual(['handoff:leave']);
    expect(leads('changed', HELD)).toEqual(['handoff:leave']);
    expect(leads('returned', waiting(1))).toEqual(['handoff:leave']);
    expect(leads('ended', NONE)).toEqual(Array.from({ length: 5 }, () => 'survey:h-1'));
  });
});
