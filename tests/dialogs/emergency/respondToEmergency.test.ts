import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { respondToEmergency } from '../../../dialogs/emergency/respondToEmergency.js';
import { readAirlineFacts } from '../../../faq/airlineFacts.js';
import { policySchema, selectPolicyLanguage } from '../../../faq/policy.js';
import { readYaml } from '../../../faq/readYaml.js';
import { loadWords } from '../../../locales/index.js';
import { LANGUAGES, type Language } from '../../../locales/language.js';

const file = fileURLToPath(new URL('../../../faq/policy.yaml', import.meta.url));
const policy = policySchema.parse((await readYaml(file, 'policy.yaml')).value);
const { translate } = loadWords();

function respond(emergency: 'safety' | 'medical' | 'distress', language: Language): string {
  const selected = selectPolicyLanguage(policy, language === 'en' ? 'en' : 'zh');
  const answers = { readPolicy: () => selected, readFacts: () => readAirlineFacts(selected) };
  const desk = { translate, answers, handoffs: undefined };
  return respondToEmergency(emergency, { conversationId: 'a', language }, desk as never).text;
}

describe('whom to call in danger', () => {
  it.each([
    ['safety', ['110', '999', '110', '112', '911']],
    ['medical', ['120', '999', '119', '112', '911']],
    ['distress', ['120', '110', '999', '119', '110', '112', '911', '12356', '1925', '988']],
  ] as const)('%s: the same numbers in every language', (emergency, numbers) => {
    for (const language of LANGUAGES) {
      const text = respond(emergency, language);
      expect(text.match(/(?<![\d-])\d{3,5}(?![\d-])/g)).toEqual(numbers);
      expect(text).toMatch(/Taiwan|台湾|臺灣|台灣/);
    }
  });
});
