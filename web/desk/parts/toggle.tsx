import { Switch } from 'react-aria-components';

export interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off. */
export function Toggle({ label, hint, isOn, onChange }: ToggleProps) {
  return (
    <Switch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="switch__track" aria-hidden="true" />
      <span>
        {label}
        {hint && <span className="hint switch__hint">{hint}</span>}
      </span>
    </Switch>
  );
}
