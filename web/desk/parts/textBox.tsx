import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';

export interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: string | undefined;
  readonly rows?: number;
  readonly type?: 'text' | 'password' | 'search' | 'date' | 'datetime-local';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly isInvalid?: boolean;
  readonly isRequired?: boolean;
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined;
  readonly name?: string;
  readonly lang?: string;
  /** Of the box itself. */
  readonly id?: string;
}

/** A labelled box of one line, or of several with `rows`. */
export function TextBox(props: TextBoxProps) {
  const {
    label,
    hint,
    rows,
    type = 'text',
    autoComplete,
    lang,
    name,
    autoFocus,
    id,
    problem,
    ...field
  } = props;
  return (
    <TextField
      className="field"
      // The browser's own validation would keep a form from being sent until the page is asked again.
      validationBehavior="aria"
      type={type}
      {...field}
      {...(problem && { isInvalid: true })}
      {...(name && { name })}
      {...(autoFocus && { autoFocus })}
      {...(autoComplete && { autoComplete })}
    >
      <Label className="label">{label}</Label>
      {rows ? (
        <TextArea className="input" rows={rows} lang={lang} {...(id && { id })} />
      ) : (
        <Input className="input" lang={lang} {...(id && { id })} />
      )}
      {hint && !problem && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {problem && <FieldError className="field__problem">{problem}</FieldError>}
    </TextField>
  );
}
