import { Button, Dialog, DialogTrigger, Label, Popover, Radio, RadioGroup } from 'react-aria-components';
import { Choice } from '../parts/choice.js';
import { Icon } from '../parts/icon.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { Toggle } from '../parts/toggle.js';
import { showDialog } from '../state/openDialog.js';
import { changeSettings, settings } from '../state/settings.js';
import { useAction, useDesk, useDeskState, useStore } from '../state/useDesk.js';
import type { Command } from '../state/deskStream.js';
import { useWords } from '../words/useWords.js';
import { NotificationSetting } from './notificationSetting.js';

const MOST_CHATS = 10;
const STATUSES = ['available', 'away'] as const;

/** Who I am, whether I get chats, and what this page does. */
export function OwnStatus() {
  const { word } = useWords();
  const desk = useDesk();
  const me = useDeskState(
    ({ floor, session }) => floor?.me ?? (typeof session === 'string' ? undefined : session.agent),
  );
  const { muted, singleKeys } = useStore(settings);
  const change = useAction();
  if (!me) return null;
  const { name, status, load, capacity, takesAssigned } = me;
  const mostChats = Math.max(MOST_CHATS, capacity);

  function adjust(wish: Omit<Extract<Command, { do: 'adjust' }>, 'do'>): void {
    void change.run(() => desk.act({ do: 'adjust', ...wish }));
  }

  function describeOwn(): string {
    const parts = [
      word(`me.${status}`),
      word('me.load', { load, capacity }),
      ...(muted ? [word('me.muted')] : []),
    ];
    return `${name}: ${parts.join(', ')}`;
  }

  return (
    <DialogTrigger>
      <Button className="own" aria-label={describeOwn()}>
        <span className={`light light--${status}`} aria-hidden="true" />
        <span className="own__words">
          <strong className="own__name">{name}</strong>
          <span className="own__state">
            {word(`me.${status}`)} · {load}/{capacity}
          </span>
        </span>
        {muted && <Icon name="muted" />}
        <Icon name="down" />
      </Button>
      <Popover className="popover popover--own" placement="bottom end">
        <Dialog className="own-menu" aria-label={word('me.label')}>
          {({ close }) => (
            <>
              <RadioGroup
                className="radios radios--row"
                value={status}
                onChange={(wish) => adjust({ status: wish as (typeof STATUSES)[number] })}
              >
                <Label className="label">{word('me.status')}</Label>
                {STATUSES.map((each) => (
                  <Radio key={each} value={each} className="radio">
                    {word(`me.${each}`)}
                  </Radio>
                ))}
              </RadioGroup>
              {status === 'away' && <p className="hint">{word('me.awayHint')}</p>}
              <Toggle
                label={word('me.assign')}
                hint={word('me.assignHint')}
                isOn={takesAssigned}
                onChange={(wish) => adjust({ takesAssigned: wish })}
              />
              <Choice
                label={word('me.capacity')}
                value={String(capacity)}
                onChange={(wish) => adjust({ capacity: Number(wish) })}
                options={Array.from({ length: mostChats }, (_, index) => ({
                  id: String(index + 1),
                  name: String(index + 1),
                }))}
              />
              <RefusalLine code={change.refused} />
              <hr className="line" />
              <Toggle
                label={word('me.sound')}
                isOn={!muted}
                onChange={(isOn) => changeSettings({ muted: !isOn })}
              />
              <NotificationSetting />
              <Toggle
                label={word('me.singleKeys')}
                hint={word('me.singleKeysHint')}
                isOn={singleKeys}
                onChange={(isOn) => changeSettings({ singleKeys: isOn })}
              />
              <hr className="line" />
              <div className="row">
                <Button
                  className="button button--small"
                  onPress={() => {
                    close();
                    showDialog({ kind: 'shortcuts' });
                  }}
                >
                  <Icon name="keyboard" />
                  {word('me.shortcuts')}
                </Button>
                <Button className="button button--small" onPress={() => desk.askForPassword()}>
                  {word('me.password')}
                </Button>
                <Button
                  className="button button--small"
                  onPress={() => {
                    close();
                    if (load > 0) showDialog({ kind: 'sign-out' });
                    else void change.run(() => desk.signOut());
                  }}
                >
                  {word('me.signOut')}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
