import { parseArgs } from 'node:util';
import { accountDetailsSchema, type AccountDetails } from '../../services/desk/staffAccount.js';

export const USAGE = `npm run -s desk -- COMMAND

  add NAME --languages en,zh [--skills flights,baggage,complaints,assistance,booking]
           [--role agent|supervisor] [--capacity 4]        a new account; asks for its password
  list                                                     the accounts
  password NAME                                            a new password; ends all their sessions
  remove NAME                                              they can sign in no more
  link                                                     a new one-time link for the supervisor

  --password-stdin   reads the password from standard input instead of asking
  --json             for machines`;

export type DeskCommand =
  | { readonly do: 'add'; readonly details: AccountDetails }
  | { readonly do: 'password'; readonly name: string }
  | { readonly do: 'remove'; readonly name: string }
  | { readonly do: 'list' }
  | { readonly do: 'link' };

export interface DeskArguments {
  readonly command: DeskCommand;
  readonly json: boolean;
  readonly passwordFromStdin: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Undefined when they are not as the usage says. */
export function readArguments(argv: readonly string[]): DeskArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        languages: text,
        skills: text,
        role: text,
        capacity: text,
        json: flag,
        'password-stdin': flag,
      },
    });
    const { json = false, 'password-stdin': passwordFromStdin = false, ...options } = values;
    const command = readCommand(positionals, options);
    const needsPassword = command?.do === 'add' || command?.do === 'password';
    if (!command || (passwordFromStdin && !needsPassword)) return undefined;
    return { command, json, passwordFromStdin };
  } catch {
    return undefined;
  }
}

type Options = Partial<Record<'languages' | 'skills' | 'role' | 'capacity', string>>;

function readCommand([act, name, ...rest]: string[], options: Options): DeskCommand | undefined {
  if (rest.length > 0) return undefined;
  if (act === 'add') {
    const details = readDetails(name, options);
    return details && { do: 'add', details };
  }
  if (Object.keys(options).length > 0) return undefined;
  if (act === 'list' || act === 'link') return name === undefined ? { do: act } : undefined;
  if (act !== 'password' && act !== 'remove') return undefined;
  return name === undefined ? undefined : { do: act, name };
}

function readDetails(
  name: string | undefined,
  { languages, skills, role = 'agent', capacity = '4' }: Options,
): AccountDetails | undefined {
  return accountDetailsSchema.safeParse({
    name,
    languages: splitList(languages),
    skills: splitList(skills),
    role,
    capacity: /^\d+$/.test(capacity) ? Number(capacity) : undefined,
  }).data;
}

function splitList(list = ''): string[] {
  const items = list.split(',').map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
