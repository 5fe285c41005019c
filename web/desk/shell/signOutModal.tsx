import { Button } from 'react-aria-components';
import { Modal } from '../parts/modal.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { closeDialog, openDialog } from '../state/openDialog.js';
import { useAction, useDesk, useDeskState, useStore } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';

/** Asked only of those who hold chats: signing out gives them back. */
export function SignOutModal() {
  const { word } = useWords();
  const desk = useDesk();
  const dialog = useStore(openDialog);
  const count = useDeskState(({ floor }) => floor?.chats.length ?? 0);
  const leave = useAction();
  return (
    <Modal
      title={word('me.signOutTitle')}
      isOpen={dialog?.kind === 'sign-out'}
      onClose={closeDialog}
      role="alertdialog"
    >
      <p>{word('me.signOutText', { count })}</p>
      <RefusalLine code={leave.refused} />
      <div className="dialog__acts">
        <Button className="button" slot="close">
          {word('common.cancel')}
        </Button>
        <Button
          className="button button--primary"
          isPending={leave.pending}
          onPress={() => void leave.run(() => desk.signOut()).then((done) => done && closeDialog())}
        >
          {word('me.signOut')}
        </Button>
      </div>
    </Modal>
  );
}
