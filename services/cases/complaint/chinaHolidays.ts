/**
 * China's public holidays that fall on Monday to Friday, and the weekend days worked in exchange. The State Council
 * announces them each November for the year after: add them here then. 2026 is from its notice of 2025-11-04; for
 * 2027 only the days the holiday regulation itself names are in. A day missing here makes a deadline earlier, never
 * later.
 */
export const CHINA_HOLIDAYS: readonly string[] = [
  ...['2026-01-01', '2026-01-02'],
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
  ...['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'],
];

export const CHINA_WORKED_WEEKEND_DAYS: readonly string[] = [
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];
