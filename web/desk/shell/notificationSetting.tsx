import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../words/useWords.js';

const isSupported = 'Notification' in window;

/** Browsers ask for permission only when a person has pressed something. */
export function NotificationSetting() {
  const { word } = useWords();
  const [permission, setPermission] = useState(isSupported ? Notification.permission : 'denied');
  return (
    <div className="setting">
      <span>{word('me.notifications')}</span>
      {permission === 'default' ? (
        <Button
          className="button button--small"
          onPress={() => void Notification.requestPermission().then(setPermission)}
        >
          {word('me.allow')}
        </Button>
      ) : (
        <span className="hint">
          {word(!isSupported ? 'me.unsupported' : permission === 'granted' ? 'me.allowed' : 'me.blocked')}
        </span>
      )}
    </div>
  );
}
