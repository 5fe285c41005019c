import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CorpusError } from '../../faq/corpusError.js';
import { policySchema } from '../../faq/policy.js';
import { readYaml } from '../../faq/readYaml.js';
import { openCases } from '../../services/cases/openCases.js';
import { systemClock } from '../../services/clock.js';
import { RedeyeError } from '../../services/errors.js';
import type { CaseDesk } from '../../services/cases/caseDesk.js';
import { changeRecords } from '../caseControl/changeRecords.js';
import { carryOutStaffCommand, type StaffCommand } from '../caseControl/staffCommand.js';
import { readCaseRules } from '../caseRules.js';
import { loadEnvironment, readConfig, type Config } from '../config.js';
import { openRecordsForReading, type Records } from '../storage/choose.js';
import { readArguments, USAGE, type CasesCommand } from './casesArguments.js';
import { reportCase, reportList, reportCheck, type Report } from './casesReading.js';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

async function report(config: Config, command: CasesCommand): Promise<Report> {
  if (command.do === 'change') return change(config, command.command);
  const records = await openRecordsForReading(config, randomUUID);
  try {
    if (command.do === 'verify') return await reportCheck(records.recordCheck, command.reference);
    const desk = await openDesk(config, records);
    return await (command.do === 'list' ? reportList(desk, command) : reportCase(desk, command.reference));
  } finally {
    await records.close();
  }
}

/** Changes the records itself, or lets the service do it that holds the files. */
async function change(config: Config, command: StaffCommand): Promise<Report> {
  const answer = await changeRecords(config, command, async (records) => ({
    case: await carryOutStaffCommand(await openDesk(config, records), command),
  }));
  if ('done' in answer) return { json: answer.done, lines: [`${command.reference}: done`], isWell: true };
  const { code, detail } = answer.error;
  return { json: answer, lines: [`${code}: ${detail}`], isWell: false };
}

/** Passengers are told by the service, which finds what is to be told in the agenda. */
async function openDesk(
  config: Config,
  { eventLog, agenda }: Pick<Records, 'eventLog' | 'agenda'>,
): Promise<CaseDesk> {
  const { value } = await readYaml(join(config.faqDir, 'policy.yaml'), 'policy.yaml');
  const rules = readCaseRules(policySchema.parse(value), config.timeZone);
  const notify = (): Promise<void> => Promise.reject(new Error('the cases command writes to nobody'));
  return openCases({ eventLog, agenda, clock: systemClock, rules, notify }).desk;
}

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if (!read) {
    console.error(USAGE);
    return 2;
  }
  try {
    const config = readConfig(loadEnvironment(projectFolder), projectFolder);
    const { json, lines, isWell } = await report(config, read.command);
    console.log(read.json ? JSON.stringify(json) : lines.join('\n'));
    return isWell ? 0 : 1;
  } catch (error) {
    if (!(error instanceof RedeyeError) && !(error instanceof CorpusError)) throw error;
    const { message } = error;
    const code = error instanceof RedeyeError ? error.code : 'config.invalid';
    if (read.json) console.log(JSON.stringify({ error: { code, detail: message } }));
    else console.error(message);
    return 1;
  }
}

process.exitCode = await main();
