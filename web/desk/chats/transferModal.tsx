import { useState } from 'react';
import { Button, Form, Label, Radio, RadioGroup } from 'react-aria-components';
import type { AgentView, ChatHead } from '../../../bot/channels/desk/wire.js';
import { Choice } from '../parts/choice.js';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { TextBox } from '../parts/textBox.js';
import { showToast } from '../state/messages.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { getPairLanguage } from '../words/pageLanguage.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';

const SKILLS = ['flights', 'baggage', 'complaints', 'assistance', 'booking'] as const;
const KINDS = ['agent', 'skill', 'queue'] as const;

type Kind = (typeof KINDS)[number];

const KIND_WORDS = { agent: 'transfer.person', skill: 'transfer.skill', queue: 'transfer.queue' } as const;

export interface TransferProps {
  readonly head: ChatHead;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives a chat to a person, to somebody with a skill, or back to the queue, with a note. */
export function TransferModal({ head, onClose, onDone }: TransferProps) {
  const { word, wordFor } = useWords();
  const topic = useTopic()(head);
  const desk = useDesk();
  const floor = useDeskState((state) => state.floor);
  const transfer = useAction();
  const others = (floor?.agents ?? []).filter(({ id, status }) => id !== floor?.me.id && status !== 'off');
  const canTake = others.filter(isFree);
  const [kind, setKind] = useState<Kind>(canTake.length > 0 ? 'agent' : 'queue');
  const [agent, setAgent] = useState<string>();
  const [skill, setSkill] = useState<string>(head.skill ?? SKILLS[0]);
  const [note, setNote] = useState('');
  const isComplete = kind !== 'agent' || agent !== undefined;

  async function submit(): Promise<void> {
    if (!isComplete || transfer.pending) return;
    const to =
      kind === 'agent'
        ? ({ kind, agent: agent ?? '' } as const)
        : kind === 'skill'
          ? ({ kind, skill } as const)
          : { kind };
    const { handoff } = head;
    const said = note.trim();
    const command = {
      do: 'transfer',
      handoff,
      token: desk.getToken(handoff),
      to,
      ...(said && { note: said }),
    } as const;
    if (!(await transfer.run(() => desk.act(command)))) return;
    showToast('info', word('transfer.done', { topic }));
    onDone();
  }

  function describe({ load, capacity, status, languages }: AgentView): string {
    const reads = languages.some((language) => language === getPairLanguage(head.language));
    return [
      word('transfer.load', { load, capacity }),
      word('transfer.reads', { languages: languages.map((each) => wordFor('languages', each)).join(', ') }),
      !reads && word('transfer.doesNotRead', { language: wordFor('languages', head.language) }),
      status === 'away' && word('transfer.away'),
      load >= capacity && word('transfer.full'),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  return (
    <Modal title={word('transfer.title')} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="dialog__line">{topic}</p>
        <RadioGroup className="radios" value={kind} onChange={(value) => setKind(value as Kind)}>
          <Label className="label">{word('transfer.to')}</Label>
          {KINDS.map((each) => (
            <Radio key={each} value={each} className="radio">
              {word(KIND_WORDS[each])}
            </Radio>
          ))}
        </RadioGroup>
        {kind === 'agent' &&
          (others.length === 0 ? (
            <p className="hint">{word('transfer.nobody')}</p>
          ) : (
            <Choice
              label={word('transfer.choosePerson')}
              value={agent}
              onChange={setAgent}
              options={others.map((each) => ({
                id: each.id,
                name: each.name,
                hint: describe(each),
                disabled: !isFree(each),
              }))}
            />
          ))}
        {kind === 'skill' && (
          <Choice
            label={word('transfer.chooseSkill')}
            value={skill}
            onChange={setSkill}
            options={SKILLS.map((each) => ({ id: each, name: word(`skill.${each}`) }))}
          />
        )}
        {kind === 'queue' && <p className="hint">{word('transfer.queueHint')}</p>}
        <TextBox label={word('transfer.note')} value={note} onChange={setNote} rows={2} />
        <RefusalLine code={transfer.refused} />
        <div className="dialog__acts">
          <Button className="button" slot="close">
            {word('common.cancel')}
          </Button>
          <Button
            type="submit"
            className="button button--primary"
            isDisabled={!isComplete}
            isPending={transfer.pending}
          >
            {word(transfer.pending ? 'transfer.pending' : 'transfer.submit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function isFree({ status, load, capacity }: AgentView): boolean {
  return status === 'available' && load < capacity;
}
