import { z } from 'zod';
import type { PolicyNode } from '../faq/policy.js';
import type { CaseRules } from '../services/cases/caseRules.js';
import { CHINA_HOLIDAYS, CHINA_WORKED_WEEKEND_DAYS } from '../services/cases/complaint/chinaHolidays.js';
import { RedeyeError } from '../services/errors.js';

const count = z.int().positive();
const hours = z.number().nonnegative();

const figuresSchema = z.object({
  law: z.object({
    montreal: z.object({
      damageNoticeDays: count,
      delayNoticeDays: count,
      lostAfterDays: count,
      suitYears: count,
    }),
    china: z.object({ civilAviationLawFrom: z.iso.date(), complaintWorkingDays: count }),
  }),
  house: z.object({
    complaintFirstAnswerHours: hours,
    messageAnswerHours: hours,
    callBackGraceMinutes: z.number().nonnegative(),
  }),
  complaint: z.object({ reviewRequestDays: count }),
  special: z.object({
    request: z.object({ standardHours: hours, confirmHours: hours }),
    wheelchair: z.object({ domesticHours: hours, internationalHours: hours }),
    unaccompaniedMinor: z.object({ noticeHours: hours }),
    bassinet: z.object({ noticeHours: hours }),
    medical: z.object({ clearanceHours: hours, oxygenHours: hours }),
    serviceAnimal: z.object({ noticeHours: hours }),
    pets: z.object({ noticeHours: hours }),
  }),
  onboard: z.object({ specialMeals: z.object({ orderHours: hours, kosherHours: hours }) }),
});

/** The cases' figures, from the editors' policy. Fails with `config.invalid` naming what is missing or wrong there. */
export function readCaseRules(policy: PolicyNode, timeZone: string): CaseRules {
  const read = figuresSchema.safeParse(policy);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `policy.yaml: ${path.join('.')}: ${message}`);
    throw new RedeyeError('config.invalid', lines.join('\n'), { cause: read.error });
  }
  const { law, house, complaint, special, onboard } = read.data;
  const everywhere = (notice: number): { domestic: number; international: number } => ({
    domestic: notice,
    international: notice,
  });
  return {
    timeZone,
    claim: {
      timeZone,
      baggage: { ...law.montreal, civilAviationLawFrom: law.china.civilAviationLawFrom },
    },
    complaint: {
      firstAnswerHours: house.complaintFirstAnswerHours,
      settleWorkingDays: law.china.complaintWorkingDays,
      reviewRequestDays: complaint.reviewRequestDays,
      calendar: { timeZone, holidays: CHINA_HOLIDAYS, workedWeekendDays: CHINA_WORKED_WEEKEND_DAYS },
    },
    message: {
      answerHours: house.messageAnswerHours,
      callGraceMinutes: house.callBackGraceMinutes,
    },
    assistance: {
      timeZone,
      answerHours: special.request.confirmHours,
      noticeHours: {
        standard: everywhere(special.request.standardHours),
        wheelchair: {
          domestic: special.wheelchair.domesticHours,
          international: special.wheelchair.internationalHours,
        },
        minor: everywhere(special.unaccompaniedMinor.noticeHours),
        bassinet: everywhere(special.bassinet.noticeHours),
        clearance: everywhere(special.medical.clearanceHours),
        oxygen: everywhere(special.medical.oxygenHours),
        animal: everywhere(special.serviceAnimal.noticeHours),
        pet: everywhere(special.pets.noticeHours),
        meal: everywhere(onboard.specialMeals.orderHours),
        kosher: everywhere(onboard.specialMeals.kosherHours),
      },
    },
  };
}
