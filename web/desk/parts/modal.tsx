import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal as AriaModal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/useWords.js';
import { Icon } from './icon.js';

export interface ModalProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A long one: as high as the screen, at its side. */
  readonly drawer?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A window over the page: keeps the focus, gives it back, closes on Escape. */
export function Modal({ title, isOpen, onClose, children, drawer = false, role = 'dialog' }: ModalProps) {
  const { word } = useWords();
  return (
    <ModalOverlay
      className={drawer ? 'scrim scrim--drawer' : 'scrim'}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <AriaModal className={drawer ? 'modal modal--drawer' : 'modal'}>
        <Dialog className="dialog" role={role}>
          <div className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            <Button slot="close" className="icon-button" aria-label={word('common.close')}>
              <Icon name="close" />
            </Button>
          </div>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
