import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readCaseRules } from '../../bot/caseRules.js';
import { policySchema } from '../../faq/policy.js';
import { readYaml } from '../../faq/readYaml.js';

const policyFile = fileURLToPath(new URL('../../faq/policy.yaml', import.meta.url));

describe('the figures of cases', () => {
  it("stand in the editors' policy", async () => {
    const { value } = await readYaml(policyFile, 'policy.yaml');
    const rules = readCaseRules(policySchema.parse(value), 'Asia/Shanghai');
    expect(rules.claim.baggage).toMatchObject({
      damageNoticeDays: 7,
      delayNoticeDays: 21,
      lostAfterDays: 21,
    });
    expect(rules.complaint).toMatchObject({ firstAnswerHours: 24, settleWorkingDays: 10 });
    expect(rules.assistance.noticeHours.wheelchair).toEqual({ domestic: 24, international: 48 });
    expect(rules.message).toEqual({ answerHours: 24, callGraceMinutes: 30 });
  });

  it('are missed by name', () => {
    expect(() => readCaseRules({ law: { montreal: { damageNoticeDays: 0 } } }, 'Asia/Shanghai')).toThrow(
      /policy\.yaml: law\.montreal\.damageNoticeDays/,
    );
  });
});
