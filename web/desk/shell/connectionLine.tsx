import { Button } from 'react-aria-components';
import { useDesk, useDeskState } from '../state/useDesk.js';
import { useNow } from '../state/useNow.js';
import { useWords } from '../words/useWords.js';

/** Says in words that the connection is gone, and when the page tries again; not there while all is well. */
export function ConnectionLine() {
  const connection = useDeskState((state) => state.connection);
  const hasFloor = useDeskState((state) => state.floor !== undefined);
  const { word } = useWords();
  const desk = useDesk();
  const now = useNow();
  const calm = connection.kind === 'online' || (connection.kind === 'connecting' && !hasFloor);
  return (
    <div className="connection" role="status" data-connection={connection.kind} hidden={calm}>
      {!calm && (
        <>
          <span>
            {connection.kind === 'waiting'
              ? word('connection.waiting', {
                  seconds: Math.max(0, Math.ceil((connection.retryAt - now) / 1000)),
                })
              : word(`connection.${connection.kind}`)}
          </span>
          <Button className="connection__retry" onPress={() => desk.retryConnection()}>
            {word('connection.retry')}
          </Button>
        </>
      )}
    </div>
  );
}
