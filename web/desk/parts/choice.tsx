import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import { Icon } from './icon.js';

interface Option {
  readonly id: string;
  readonly name: string;
  /** Said below the name in the list. */
  readonly hint?: string;
  readonly disabled?: boolean;
}

export interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly hideLabel?: boolean;
  readonly children?: ReactNode;
}

/** A drop-down list of one choice. */
export function Choice({ label, options, value, onChange, hideLabel }: ChoiceProps) {
  return (
    <Select
      className="choice"
      value={value ?? null}
      onChange={(id) => id !== null && onChange(String(id))}
      aria-label={hideLabel ? label : undefined}
      disabledKeys={options.filter(({ disabled }) => disabled).map(({ id }) => id)}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      <Button className="choice__button">
        <SelectValue className="choice__value">
          {({ defaultChildren, selectedText }) => selectedText ?? defaultChildren}
        </SelectValue>
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {({ id, name, hint, disabled }) => (
            <ListBoxItem id={id} textValue={name} isDisabled={disabled ?? false} className="option">
              <Text slot="label" className="option__name">
                {name}
              </Text>
              {hint && (
                <Text slot="description" className="option__hint">
                  {hint}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
