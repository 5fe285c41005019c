import type { WordKey } from '../pageData.js';
import { Modal } from '../parts/modal.js';
import { closeDialog, openDialog } from '../state/openDialog.js';
import { settings } from '../state/settings.js';
import { useStore } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

type Line = readonly [keys: string, does: WordKey];

const ALWAYS: readonly Line[] = [
  ['Alt N', 'shortcuts.takeNext'],
  ['Alt \u2191', 'shortcuts.previous'],
  ['Alt \u2193', 'shortcuts.next'],
];
const WRITING: readonly Line[] = [
  ['Enter', 'shortcuts.send'],
  ['Shift Enter', 'shortcuts.newLine'],
  ['/', 'shortcuts.canned'],
  ['Esc', 'shortcuts.leave'],
];
const NOT_WRITING: readonly Line[] = [
  ['1 \u2013 9', 'shortcuts.chat'],
  ['W', 'shortcuts.write'],
  ['Q', 'shortcuts.queue'],
  ['T', 'shortcuts.transfer'],
  ['E', 'shortcuts.end'],
  ['N', 'shortcuts.note'],
  ['D', 'shortcuts.details'],
  ['M', 'shortcuts.mute'],
  ['?', 'shortcuts.help'],
];

/** All shortcuts, under `?`. */
export function ShortcutsModal() {
  const { word } = useWords();
  const dialog = useStore(openDialog);
  const { singleKeys } = useStore(settings);
  return (
    <Modal title={word('shortcuts.title')} isOpen={dialog?.kind === 'shortcuts'} onClose={closeDialog}>
      <Lines title={word('shortcuts.always')} lines={ALWAYS} />
      <Lines title={word('shortcuts.writing')} lines={WRITING} />
      <Lines title={word('shortcuts.notWriting')} lines={NOT_WRITING} />
      {!singleKeys && <p className="hint">{word('shortcuts.off')}</p>}
    </Modal>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const { word } = useWords();
  return (
    <section className="shortcuts">
      <h3 className="details__title">{title}</h3>
      <dl className="shortcuts__list">
        {lines.map(([keys, does]) => (
          <div key={keys} className="shortcuts__line">
            <dt>
              <kbd className="key key--plain">{keys}</kbd>
            </dt>
            <dd>{word(does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
