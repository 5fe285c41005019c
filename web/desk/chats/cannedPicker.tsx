import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import { Icon } from '../parts/icon.js';
import { useDeskState } from '../state/useDesk.js';
import { chooseText, chooseTitle } from '../replies/chooseText.js';
import { getPairLanguage } from '../words/pageLanguage.js';
import { useWords } from '../words/useWords.js';

export interface PickerProps {
  /** The passenger's. */
  readonly language: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The text in the passenger's language. */
  readonly onPick: (text: string) => void;
}

/** Canned replies by name or by words in them; both languages are shown, the passenger's goes out. */
export function CannedPicker({ language, isOpen, onOpenChange, onPick }: PickerProps) {
  const { word, wordFor, language: own } = useWords();
  const canned = useDeskState((state) => state.canned);
  const { contains } = useFilter({ sensitivity: 'base' });
  // A page in Chinese shows Chinese as its agent reads it.
  const chinese = own === 'zh-Hant' ? own : 'zh-Hans';
  const other = getPairLanguage(language) === 'en' ? chinese : 'en';

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="button button--small">
        <Icon name="replies" />
        {word('composer.canned')}
        <kbd className="key">/</kbd>
      </Button>
      <Popover className="popover popover--wide" placement="top start">
        <Dialog className="picker" aria-label={word('composer.canned')}>
          <Autocomplete filter={contains}>
            <SearchField className="picker__search" aria-label={word('replies.search')} autoFocus>
              <Icon name="search" />
              <Input className="picker__input" placeholder={word('replies.search')} />
            </SearchField>
            <p className="picker__hint">
              {word('replies.inserts', { language: wordFor('languages', language) })}
            </p>
            <Menu
              className="options options--tall"
              aria-label={word('composer.canned')}
              items={canned}
              renderEmptyState={() => <p className="hint hint--centred">{word('replies.none')}</p>}
              onAction={(id) => {
                const reply = canned.find((each) => each.id === id);
                onOpenChange(false);
                if (reply) onPick(chooseText(reply, language));
              }}
            >
              {(reply) => (
                <MenuItem
                  id={reply.id}
                  className="option option--reply"
                  textValue={`${reply.title.en} ${reply.title.zh} ${reply.text.en} ${reply.text.zh}`}
                >
                  <Text slot="label" className="option__name">
                    {chooseTitle(reply, own)}
                  </Text>
                  <Text slot="description" className="option__text">
                    <span lang={language}>{chooseText(reply, language)}</span>
                    <span className="option__other" lang={other}>
                      {chooseText(reply, other)}
                    </span>
                  </Text>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
