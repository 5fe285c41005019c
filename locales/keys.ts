import type agents from './en/agents.json';
import type assistance from './en/assistance.json';
import type caseNotices from './en/caseNotices.json';
import type caseStatus from './en/caseStatus.json';
import type channels from './en/channels.json';
import type claim from './en/claim.json';
import type commands from './en/commands.json';
import type complaint from './en/complaint.json';
import type desk from './en/desk.json';
import type emergency from './en/emergency.json';
import type flight from './en/flight.json';
import type form from './en/form.json';
import type handoff from './en/handoff.json';
import type hub from './en/hub.json';
import type message from './en/message.json';
import type survey from './en/survey.json';
import type web from './en/web.json';

/** Every namespace is a file of that name in `en/` and `zh-Hans/`. */
interface Namespaces {
  agents: typeof agents;
  assistance: typeof assistance;
  caseNotices: typeof caseNotices;
  caseStatus: typeof caseStatus;
  channels: typeof channels;
  claim: typeof claim;
  commands: typeof commands;
  complaint: typeof complaint;
  desk: typeof desk;
  emergency: typeof emergency;
  flight: typeof flight;
  form: typeof form;
  handoff: typeof handoff;
  hub: typeof hub;
  message: typeof message;
  survey: typeof survey;
  web: typeof web;
}

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : Key;

type Paths<Node> = {
  [Key in Extract<keyof Node, string>]: Node[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${Paths<Node[Key]>}`;
}[Extract<keyof Node, string>];

/** `namespace:path.to.words`, checked by the compiler against the English files. */
export type TranslationKey = {
  [Namespace in keyof Namespaces]: `${Namespace}:${Paths<Namespaces[Namespace]>}`;
}[keyof Namespaces];
