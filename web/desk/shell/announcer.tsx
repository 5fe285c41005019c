import { announcement, dismissToast, toasts } from '../state/messages.js';
import { useStore } from '../state/useDesk.js';
import { Button } from 'react-aria-components';
import { Icon } from '../parts/icon.js';
import { useWords } from '../words/useWords.js';

/** What is said to screen readers as it happens, and short messages for all. */
export function Announcer() {
  const { word } = useWords();
  const said = useStore(announcement);
  const shown = useStore(toasts);
  return (
    <>
      <p className="visually-hidden" role="status" data-announcer>
        {said}
      </p>
      <div className="toasts" role="status">
        {shown.map(({ id, kind, text }) => (
          <div key={id} className={`toast toast--${kind}`}>
            <span>{text}</span>
            <Button
              className="icon-button"
              aria-label={word('refused.dismiss')}
              onPress={() => dismissToast(id)}
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}
