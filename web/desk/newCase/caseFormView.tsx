import { useEffect, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { FieldProblem, FiledCase, TalkView } from '../../../bot/channels/desk/newCase/wire.js';
import { Choice } from '../parts/choice.js';
import { focusWhenThere } from '../parts/focus.js';
import { RefusalLine } from '../parts/refusalLine.js';
import { Toggle } from '../parts/toggle.js';
import { deskApi } from '../state/deskApi.js';
import { Refusal } from '../state/refusal.js';
import { useAction, useStore } from '../state/useDesk.js';
import { useWords } from '../words/useWords.js';
import { listFields, NEW_CASE_KINDS, selectValues } from './caseFields.js';
import { beginForm, caseForms, changeForm, forgetForm, type CaseForm } from './caseForms.js';
import { FieldBox, nameFieldBox } from './fieldBox.js';

export interface CaseFormProps {
  readonly talk: TalkView;
  readonly onFiled: (filed: FiledCase) => void;
}

/** The form of a case for one talk's passenger, filled in as far as the talk tells. */
export function CaseFormView({ talk, onFiled }: CaseFormProps) {
  const { word } = useWords();
  const form = useStore(caseForms)[talk.handoff];
  const { refused, run } = useAction();
  const { handoff } = talk;
  const isBegun = form !== undefined;

  useEffect(() => {
    if (!isBegun) void run(async () => beginForm(handoff, await deskApi.getCaseDraft(handoff)));
  }, [run, handoff, isBegun]);

  if (form) return <FilledForm talk={talk} form={form} onFiled={onFiled} />;
  return refused === undefined ? (
    <p className="hint">{word('common.loading')}</p>
  ) : (
    <RefusalLine code={refused} />
  );
}

function FilledForm({ talk, form, onFiled }: CaseFormProps & { readonly form: CaseForm }) {
  const { word } = useWords();
  const save = useAction();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { handoff } = talk;
  const { key, kind, values, files, attachFiles } = form;
  const fields = listFields(kind, values);
  const wrong = fields.filter(({ name }) => problems.some(({ field }) => field === name));

  async function submit(): Promise<void> {
    if (save.pending) return;
    setProblems([]);
    const sent = { key, kind, fields: selectValues(kind, values), attachFiles: files > 0 && attachFiles };
    await save.run(async () => {
      try {
        const filed = await deskApi.fileCase(handoff, sent);
        forgetForm(handoff);
        onFiled(filed);
      } catch (error) {
        if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
        setProblems(error.fields);
        const first = fields.find(({ name }) => error.fields.some(({ field }) => field === name));
        if (first) focusWhenThere(nameFieldBox(first.name));
      }
    });
  }

  return (
    <Form
      className="form"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="hint">{word('newCase.intro')}</p>
      <Choice
        label={word('newCase.kind')}
        value={kind}
        onChange={(id) => {
          setProblems([]);
          changeForm(handoff, { kind: NEW_CASE_KINDS.find((each) => each === id) ?? kind });
        }}
        options={NEW_CASE_KINDS.map((id) => ({ id, name: word(`caseKind.${id}`) }))}
      />
      {fields.map((field) => (
        <FieldBox
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          problem={problems.find((each) => each.field === field.name)?.problem}
          onChange={(value) => changeForm(handoff, { values: { ...values, [field.name]: value } })}
        />
      ))}
      {files > 0 && kind !== 'message' && (
        <Toggle
          label={word('newCase.files', { count: files })}
          isOn={attachFiles}
          onChange={(isOn) => changeForm(handoff, { attachFiles: isOn })}
        />
      )}
      <div role="alert" className="refusal-place">
        {wrong.length > 0 && (
          <p className="refusal">
            {word('newCase.wrong', {
              fields: wrong.map(({ name }) => word(`newCase.field.${name}`)).join(' · '),
            })}
          </p>
        )}
      </div>
      <RefusalLine code={save.refused} />
      <div className="dialog__acts">
        <Button className="button" slot="close">
          {word('common.cancel')}
        </Button>
        {/* Not `isPending`: that has itself read out by its id, and is gone by then. The result speaks for itself. */}
        <Button type="submit" className="button button--primary">
          {word(save.pending ? 'newCase.pending' : 'newCase.submit')}
        </Button>
      </div>
    </Form>
  );
}
