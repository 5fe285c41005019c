import type { Skill } from './handoff.js';

/** The skill behind what was spoken of last: by dialog, and by category of articles. */
const SKILLS_BY_SUBJECT: Readonly<Record<string, Skill>> = {
  'dialog:baggage-claim': 'baggage',
  'dialog:baggage-claim-status': 'baggage',
  'faq:baggage': 'baggage',
  'faq:baggage-claim': 'baggage',
  'faq:restricted': 'baggage',
  'dialog:flight-status': 'flights',
  'faq:flight-status': 'flights',
  'faq:disruption': 'flights',
  'dialog:complaint': 'complaints',
  'dialog:complaint-status': 'complaints',
  'faq:complaint': 'complaints',
  'dialog:special-assistance': 'assistance',
  'faq:special': 'assistance',
  'faq:booking': 'booking',
  'faq:change': 'booking',
  'faq:payment': 'booking',
};

/** The skill a topic (`faq:baggage.carry-on-size`, `dialog:complaint`) asks for; undefined where any agent will do. */
export function findSkill(topic: string): Skill | undefined {
  const [subject = ''] = topic.split('.');
  return Object.hasOwn(SKILLS_BY_SUBJECT, subject) ? SKILLS_BY_SUBJECT[subject] : undefined;
}
