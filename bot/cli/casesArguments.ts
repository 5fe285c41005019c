import { parseArgs } from 'node:util';
import { CASE_KINDS, type CaseKind } from '../../services/cases/caseKinds.js';
import { staffCommandSchema, type StaffCommand } from '../caseControl/staffCommand.js';

export const USAGE = `npm run -s cases -- COMMAND

  list [--kind claim|complaint|assistance|message] [--open]      cases, urgent ones first, then by reference
  show REF                                               a case and everything that happened to it
  verify [REF]                                           whether the records are as they were written
  reply REF --text "..." --by NAME                       a written reply to the passenger
  escalate REF --reason "..." --by NAME                  a complaint to the next level
  close REF --improvement "..." --by NAME                with the improvement made, or how it ended

  --json   for machines; docs/cases.md has the shapes`;

export type CasesCommand =
  | { readonly do: 'list'; readonly kind?: CaseKind | undefined; readonly open: boolean }
  | { readonly do: 'show'; readonly reference: string }
  | { readonly do: 'verify'; readonly reference?: string | undefined }
  | { readonly do: 'change'; readonly command: StaffCommand };

export interface CasesArguments {
  readonly command: CasesCommand;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const TEXT_OPTION = { reply: 'text', escalate: 'reason', close: 'improvement' } as const;

/** Undefined when they are not as the usage says. */
export function readArguments(argv: readonly string[]): CasesArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { kind: text, open: flag, json: flag, text, reason: text, improvement: text, by: text },
    });
    const { json = false, ...options } = values;
    const command = readCommand(positionals, options);
    return command && { command, json };
  } catch {
    return undefined;
  }
}

type Options = Partial<Record<'kind' | 'text' | 'reason' | 'improvement' | 'by', string>> & {
  open?: boolean;
};

function readCommand([name, reference, ...rest]: string[], options: Options): CasesCommand | undefined {
  if (rest.length > 0) return undefined;
  const has = (...allowed: string[]): boolean => Object.keys(options).every((key) => allowed.includes(key));
  switch (name) {
    case 'list': {
      const kind = CASE_KINDS.find((each) => each === options.kind);
      const isWrong = reference !== undefined || (options.kind !== undefined && !kind);
      return isWrong || !has('kind', 'open') ? undefined : { do: 'list', kind, open: options.open ?? false };
    }
    case 'show':
      return reference === undefined || !has() ? undefined : { do: 'show', reference };
    case 'verify':
      return has() ? { do: 'verify', reference } : undefined;
    case 'reply':
    case 'escalate':
    case 'close': {
      const option = TEXT_OPTION[name];
      const given = { verb: name, reference, text: options[option], by: options.by };
      const command = staffCommandSchema.safeParse(given).data;
      return command && has(option, 'by') ? { do: 'change', command } : undefined;
    }
    case undefined:
    default:
      return undefined;
  }
}
