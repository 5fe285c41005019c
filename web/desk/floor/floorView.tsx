import { Button } from 'react-aria-components';
import type { ChatHead } from '../../../bot/channels/desk/wire.js';
import { focusWhenThere, nameComposer } from '../parts/focus.js';
import { LanguageBadge } from '../parts/languageBadge.js';
import { PriorityChips } from '../parts/priorityChips.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { Running } from '../parts/running.js';
import { useAction, useDesk, useDeskState } from '../state/useDesk.js';
import { useTopic } from '../words/useTopic.js';
import { useWords } from '../words/useWords.js';
import { AgentList } from './agentList.js';

/** A supervisor's view: every chat, who holds it, and who is there. */
export function FloorView() {
  const { word } = useWords();
  const desk = useDesk();
  const floor = useDeskState((state) => state.floor);
  const act = useAction();
  const nameTopic = useTopic();
  const chats = [...(floor?.others ?? []), ...(floor?.queue ?? [])];

  function takeOver(head: ChatHead): void {
    const { handoff, agent } = head;
    void act
      .run(() => desk.take(agent ? { do: 'take-over', handoff } : { do: 'take', handoff }))
      .then((done) => done && focusWhenThere(nameComposer(handoff)));
  }

  return (
    <div className="floor">
      <section className="floor__chats" aria-labelledby="floor-title">
        <h2 className="panel-title" id="floor-title">
          {word('floor.title')}
        </h2>
        <p className="hint">{word('floor.intro')}</p>
        <RefusalLine code={act.refused} />
        {chats.length === 0 ? (
          <p className="hint hint--centred">{word('floor.none')}</p>
        ) : (
          <ul className="floor-list">
            {chats.map((head) => (
              <li key={head.handoff} className="floor-row">
                <div className="floor-row__chat">
                  <LanguageBadge language={head.language} />
                  <strong>{nameTopic(head)}</strong>
                  <PriorityChips head={head} />
                  {head.unread > 0 && (
                    <span className="chip chip--long">{word('chats.unread', { count: head.unread })}</span>
                  )}
                </div>
                <div className="floor-row__who">
                  {head.agent ? word('chats.heldBy', { name: head.agent.name }) : word('chats.nobody')}
                  {' · '}
                  <Running
                    since={head.heldSince ?? head.opened}
                    words={(time) => word(head.agent ? 'floor.talkingSince' : 'floor.waitingSince', { time })}
                  />
                </div>
                <div className="row">
                  <Button
                    className="button button--small"
                    onPress={() =>
                      void act
                        .run(() => desk.watch(head.handoff))
                        .then((done) => done && focusWhenThere(`chat-${head.handoff}`))
                    }
                  >
                    {word('floor.watch')}
                  </Button>
                  <Button className="button button--small" onPress={() => takeOver(head)}>
                    {word(head.agent ? 'floor.takeOver' : 'queue.take')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <AgentList agents={floor?.agents ?? []} />
    </div>
  );
}
