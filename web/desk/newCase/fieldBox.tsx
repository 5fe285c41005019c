import type { FieldProblem } from '../../../bot/channels/desk/newCase/wire.js';
import { Choice } from '../parts/choice.js';
import { TextBox } from '../parts/textBox.js';
import { Toggle } from '../parts/toggle.js';
import { useWords, type Words } from '../words/useWords.js';
import type { CaseField } from './caseFields.js';

const TYPES = { line: 'text', day: 'date', moment: 'datetime-local' } as const;
const STORY_ROWS = 3;
/** How it is right, said where it is wrong. */
const OWN_PROBLEMS = ['phone', 'email', 'flight', 'station', 'tags'] as const;
const HINTS = ['flight', 'station', 'tags'] as const;

export interface FieldBoxProps {
  readonly field: CaseField;
  readonly value: string;
  readonly problem: FieldProblem['problem'] | undefined;
  readonly onChange: (value: string) => void;
}

/** The box of a field on the page, where the focus goes when it is wrong. */
export function nameFieldBox(name: string): string {
  return `new-case-${name}`;
}

/** One thing asked of an agent who files a case. */
export function FieldBox({ field, value, problem, onChange }: FieldBoxProps) {
  const words = useWords();
  const { word, wordFor } = words;
  const { name, form } = field;
  const own = word(`newCase.field.${name}`);
  const isContact = name === 'phone' || name === 'email';
  const label =
    field.needed || isContact || form === 'switch' ? own : word('newCase.optional', { label: own });
  const hint = HINTS.find((each) => each === name);
  const shared = {
    id: nameFieldBox(name),
    label,
    value,
    onChange,
    isRequired: field.needed ?? false,
    problem: problem && describeProblem(field, problem, words),
  };
  if (form === 'switch') {
    return (
      <Toggle
        label={label}
        hint={word('newCase.urgentHint')}
        isOn={value === 'true'}
        onChange={(isOn) => onChange(isOn ? 'true' : '')}
      />
    );
  }
  if (form === 'choice') {
    const options = (field.choices ?? []).map((id) => ({ id, name: wordFor('caseValue', id) }));
    const none = { id: '', name: word('newCase.none') };
    return (
      <Choice
        {...shared}
        value={value === '' ? undefined : value}
        placeholder={word('newCase.choose')}
        options={field.needed ? options : [none, ...options]}
      />
    );
  }
  if (form === 'story') return <TextBox {...shared} rows={STORY_ROWS} />;
  return (
    <TextBox
      {...shared}
      type={TYPES[form]}
      hint={isContact ? word('newCase.hint.contact') : hint && word(`newCase.hint.${hint}`)}
    />
  );
}

function describeProblem(
  { name, form }: CaseField,
  problem: FieldProblem['problem'],
  { word }: Words,
): string {
  if (problem === 'missing' && name === 'phone') return word('newCase.problem.contact');
  if (problem === 'missing' && form === 'choice') return word('newCase.problem.choice');
  const own = OWN_PROBLEMS.find((each) => each === name);
  return word(`newCase.problem.${problem === 'invalid' && own ? own : problem}`);
}
