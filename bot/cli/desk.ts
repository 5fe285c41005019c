import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../services/clock.js';
import type { StaffAccount } from '../../services/desk/accounts.js';
import { RedeyeError } from '../../services/errors.js';
import { changeRecords } from '../caseControl/changeRecords.js';
import { findServiceAddress } from '../caseControl/serviceAddress.js';
import { loadEnvironment, readConfig, type Config } from '../config.js';
import { carryOutAccountCommand, type AccountCommand } from '../desk/accountCommand.js';
import { openAccounts, openStaff } from '../desk/openStaff.js';
import { openRecordsForReading } from '../storage/choose.js';
import { readArguments, USAGE, type DeskArguments, type DeskCommand } from './deskArguments.js';
import { askForPassword, readPasswordFromStdin } from './readPassword.js';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

interface Report {
  readonly json: object;
  readonly lines: readonly string[];
  readonly isWell: boolean;
}

async function report(config: Config, { command, passwordFromStdin }: DeskArguments): Promise<Report> {
  if (command.do === 'list') return listAccounts(config);
  const asked = await describeCommand(command, passwordFromStdin);
  if (!asked) {
    const lines = ['No password: type the same twice at a terminal, or use --password-stdin.'];
    return { json: { error: { code: 'desk.account-invalid', detail: lines[0] } }, lines, isWell: false };
  }
  const answer = await changeRecords(config, asked, (records) =>
    carryOutAccountCommand(openStaff(records, systemClock), asked),
  );
  if ('error' in answer) {
    const { code, detail } = answer.error;
    return { json: answer, lines: [`${code}: ${detail}`], isWell: false };
  }
  const { link } = answer.done;
  if (typeof link !== 'string') {
    return { json: answer.done, lines: [`${describeName(command)}: done`], isWell: true };
  }
  const address = `${await findAddress(config)}${link}`;
  return { json: { link: address }, lines: [address, 'Works once, within 24 hours.'], isWell: true };
}

/** Where the running service is reached; where none runs, where it would be. */
async function findAddress({ publicUrl, dataDir, port }: Config): Promise<string> {
  if (publicUrl !== undefined) return publicUrl;
  return (await findServiceAddress(dataDir)) ?? `http://localhost:${String(port)}`;
}

function describeName(command: DeskCommand): string {
  if ('name' in command) return command.name;
  return command.do === 'add' ? command.details.name : command.do;
}

/** What is asked of the records or the service; undefined where no password was given. */
async function describeCommand(
  command: Exclude<DeskCommand, { do: 'list' }>,
  fromStdin: boolean,
): Promise<AccountCommand | undefined> {
  if (command.do === 'link') return { verb: 'create-link' };
  if (command.do === 'remove') return { verb: 'remove-account', name: command.name };
  const password = fromStdin ? await readPasswordFromStdin() : await askForPassword();
  if (!password) return undefined;
  return command.do === 'add'
    ? { verb: 'add-account', details: command.details, password }
    : { verb: 'set-password', name: command.name, password };
}

async function listAccounts(config: Config): Promise<Report> {
  const records = await openRecordsForReading(config, randomUUID);
  try {
    const accounts = await openAccounts(records.eventLog, systemClock).list();
    return { json: { accounts }, lines: accounts.map(formatAccount), isWell: true };
  } finally {
    await records.close();
  }
}

function formatAccount({ name, role, languages, skills, capacity, hasPassword }: StaffAccount): string {
  const parts = [
    name.padEnd(20),
    role.padEnd(10),
    languages.join(',').padEnd(6),
    `${String(capacity)} chats`,
    skills.join(',') || 'no special skills',
    hasPassword ? '' : 'no password yet',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if (!read) {
    console.error(USAGE);
    return 2;
  }
  try {
    const config = readConfig(loadEnvironment(projectFolder), projectFolder);
    const { json, lines, isWell } = await report(config, read);
    const told = read.json ? JSON.stringify(json) : lines.join('\n');
    if (isWell || read.json) console.log(told);
    else console.error(told);
    return isWell ? 0 : 1;
  } catch (error) {
    if (!(error instanceof RedeyeError)) throw error;
    const { code, message } = error;
    if (read.json) console.log(JSON.stringify({ error: { code, detail: message } }));
    else console.error(message);
    return 1;
  }
}

process.exitCode = await main();
