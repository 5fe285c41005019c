import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '../../dialogs/form/definition.js';
import { demoForm } from '../dialogs/form/demoForm.js';
import { Talk } from './talk.js';

const claim: FormDefinition = { ...demoForm, name: 'baggage-claim', begin: () => 'Claim.' };
const complaint: FormDefinition = { ...demoForm, name: 'complaint', begin: () => 'Complaint.' };

let talk: Talk;

beforeEach(async () => {
  talk = await Talk.start({ forms: { 'baggage-claim': claim, complaint } });
  await talk.say('My bag never arrived, flight MU5137');
});

async function say(text: string): Promise<string> {
  return (await talk.say(text)).map((said) => said.text).join('\n');
}

describe('another form wanted in the middle of one', () => {
  it.each(['I want to complain', 'Make a complaint', 'I want to file a complaint about the crew'])(
    'is asked about: %s',
    async (text) => {
      expect(await say(text)).toContain('Shall I leave it and go to “File a complaint” instead?');
    },
  );

  it('begins after a yes, with what its words say and nothing of the form before', async () => {
    await say('I want to file a complaint about CA1501');
    const said = await say('yes');
    expect(said).toContain('Complaint.');
    expect(said).toContain('Flight: CA1501');
    expect(said).not.toContain('MU5137');
  });

  it('does not begin after a no', async () => {
    await say('I want to complain');
    expect(await say('No, stay here')).toMatch(/^All right, we go on\./);
    expect(await say('what do you have so far?')).toContain('Flight: MU5137');
  });

  it('is forgotten when the question is answered instead', async () => {
    await say('I want to complain');
    expect(await say('2')).not.toContain('Shall I leave');
    expect(await say('yes')).not.toContain('Complaint.');
  });

  it('is not asked about when it is this one', async () => {
    expect(await say('My bag did not arrive')).not.toContain('Shall I leave');
  });
});

describe('a form of a later version', () => {
  it('that is not there any more does not stop the conversation', async () => {
    const old = { ...claim, name: 'flight-status' } as const;
    const talk = await Talk.start({ forms: { 'flight-status': old } });
    await talk.say('Is my flight on time?');
    talk.restart({ forms: {} });
    const [said] = await talk.say('hello');
    expect(said!.route).toBe('smalltalk:greeting');
  });
});
