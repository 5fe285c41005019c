/**
 * Words of courtesy round a request say nothing about it, but a "hello" would pull it towards the greetings. They are
 * cut from both ends, as long as a request remains.
 */
const GREETINGS =
  'hi|hai|hello|hey|hiya|heya|dear|good (?:morning|afternoon|evening|day)|greetings|sir|madam|mam|maam|team|there|guys|' +
  'please|pls|plz|kindly|ok|okay|so|well|um|excuse me|sorry to bother you|quick question|question';
const FRAMES =
  '(?:can|could|would|will|may) (?:you|u|i|someone|anyone|anybody|somebody)(?: please| pls| kindly| possibly)?' +
  ' (?:tell me|let me know|help me(?: to| with| out)?|assist me(?: in| with)?|explain|advise|know|ask)(?: about)?|' +
  'i (?:just )?(?:would like|d like|want|wanted|need|wish) to (?:know|ask|find out)(?: about| if| whether)?|' +
  'i (?:was|am) (?:just )?wondering(?: if| whether| about)?|im (?:just )?wondering(?: if| whether| about)?|' +
  'do you (?:happen to )?know|any idea|tell me|just wondering|id like to know|let me know';
const THANKS =
  '(?:many |ok |okay )?(?:thanks|thank you|thank u|thx|ty|tq|cheers)(?: so much| very much| a lot| in advance| again)?' +
  '(?: for (?:your |the )?help)?|please|pls|plz|sir|madam|mam|maam|asap';
const enStart = new RegExp(`^(?:(?:${GREETINGS}|${FRAMES})(?: |$))+`);
const enEnd = new RegExp(`(?:(?:^| )(?:${THANKS}))+$`);

const zhStart =
  /^(?:(?:你们好|你好|您好|哈喽|嗨|早上好|下午好|晚上好|请问(?:一下|下)?|请教(?:一下|下)?|打扰(?:一下|了)?|不好意思|麻烦(?:你|您)?(?:问一下|问下)?|我?(?:就|就是)?想(?:要)?(?:问问|问|咨询|了解|知道)(?:一下|下)?|(?:能|可以)?(?:告诉|跟)我(?:说)?(?:一下|下)?|请)[啊呀哦呢吧]? *)+/u;
const zhEnd =
  / *(?:(?:非常)?(?:谢谢|多谢|感谢|谢了|麻烦了|拜托了?|辛苦了?)(?:你们|您们|你|您|啦|了|啊|哈)*)+$/u;

const HAN = /\p{Script=Han}/u;

/** Expects and gives a normalised text. */
export function stripCourtesy(normalised: string): string {
  const isChinese = HAN.test(normalised);
  const bare = (
    isChinese
      ? normalised.replace(zhStart, '').replace(zhEnd, '')
      : normalised.replace(enStart, '').replace(enEnd, '')
  ).trim();
  const isRequest = isChinese ? [...bare].length >= 4 : bare.includes(' ');
  return isRequest ? bare : normalised;
}
