import {
  Button,
  FieldError,
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
  readonly placeholder?: string;
  readonly isRequired?: boolean;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  /** Of the button. */
  readonly id?: string;
}

/** A drop-down list of one choice. */
export function Choice(props: ChoiceProps) {
  const { label, options, value, onChange, hideLabel, placeholder, isRequired, problem, id } = props;
  return (
    <Select
      className="choice"
      value={value ?? null}
      onChange={(id) => id !== null && onChange(String(id))}
      validationBehavior="aria"
      isInvalid={problem !== undefined}
      isRequired={isRequired ?? false}
      {...(placeholder !== undefined && { placeholder })}
      aria-label={hideLabel ? label : undefined}
      disabledKeys={options.filter(({ disabled }) => disabled).map(({ id }) => id)}
    >
      {!hideLabel && <Label className="label">{label}</Label>}
      <Button className="choice__button" {...(id !== undefined && { id })}>
        <SelectValue className="choice__value">
          {({ defaultChildren, selectedText }) => selectedText ?? defaultChildren}
        </SelectValue>
        <Icon name="down" />
      </Button>
      {problem && <FieldError className="field__problem">{problem}</FieldError>}
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {({ id: key, name, hint, disabled }) => (
            <ListBoxItem id={key} textValue={name} isDisabled={disabled ?? false} className="option">
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
