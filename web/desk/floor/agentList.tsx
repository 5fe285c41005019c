import type { AgentView } from '../../../bot/channels/desk/wire.js';
import { useWords } from '../words/useWords.js';

/** Who is on duty, with how many chats. */
export function AgentList({ agents }: { readonly agents: readonly AgentView[] }) {
  const { word, wordFor } = useWords();
  return (
    <section className="floor__agents" aria-labelledby="agents-title">
      <h2 className="panel-title" id="agents-title">
        {word('floor.agents')}
      </h2>
      {agents.length === 0 && <p className="hint">{word('floor.noAgents')}</p>}
      <ul className="agent-list">
        {agents.map((agent) => (
          <li key={agent.id} className="agent-row">
            <span className={`light light--${agent.status}`} aria-hidden="true" />
            <span className="agent-row__who">
              <strong>{agent.name}</strong>
              <span className="hint">
                {[
                  word(`me.${agent.status}`),
                  ...(agent.role === 'supervisor' ? [word('me.supervisor')] : []),
                  agent.languages.map((each) => wordFor('languages', each)).join(', '),
                  ...agent.skills.map((each) => wordFor('skill', each)),
                ].join(' · ')}
              </span>
            </span>
            <span className="agent-row__load">
              {word('me.load', { load: agent.load, capacity: agent.capacity })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
