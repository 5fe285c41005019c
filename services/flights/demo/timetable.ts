/** One leg of the invented timetable, flown every day. */
export interface DemoLeg {
  readonly flight: string;
  readonly codeshares: readonly string[];
  readonly operatedBy: string | null;
  readonly origin: string;
  readonly destination: string;
  /** `HH:mm` at the origin. */
  readonly departure: string;
  readonly minutes: number;
}

/** Terminals are the real ones where the airport numbers them, so that cards look as they would. */
export const TERMINALS: Readonly<Record<string, string>> = {
  PVG: 'T2',
  SHA: 'T2',
  PEK: 'T3',
  CAN: 'T2',
  SZX: 'T3',
  CTU: 'T2',
  TFU: 'T1',
  XIY: 'T5',
  HGH: 'T4',
  CKG: 'T3',
  SYX: 'T1',
  HAK: 'T2',
  URC: 'T3',
  HRB: 'T2',
  XMN: 'T3',
  NKG: 'T2',
  WUH: 'T3',
  CSX: 'T2',
  HKG: 'T1',
  TPE: 'T2',
  TSA: 'T1',
  NRT: 'T1',
  HND: 'T3',
  KIX: 'T1',
  ICN: 'T1',
  SIN: 'T3',
  KUL: 'T1',
  SGN: 'T2',
  HAN: 'T2',
  MNL: 'T3',
  CGK: 'T3',
  LHR: 'T2',
  CDG: 'T1',
  FRA: 'T1',
  FCO: 'T3',
  MAD: 'T1',
  SVO: 'C',
  DXB: 'T1',
  SYD: 'T1',
  MEL: 'T2',
  JFK: 'T1',
  LAX: 'B',
  SFO: 'I',
  YVR: 'M',
  YYZ: 'T1',
};

// Out and back: number of the way out (the way back has the next), the ends, departures at each end, minutes each way,
// then designators of partners that sell it.
type Rotation = readonly [
  number: number,
  home: string,
  away: string,
  out: string,
  back: string,
  minutesOut: number,
  minutesBack: number,
  codeshares?: readonly [out: string, back: string],
];

const ROTATIONS: readonly Rotation[] = [
  [101, 'SHA', 'PEK', '07:00', '10:30', 140, 135],
  [103, 'SHA', 'PEK', '11:30', '15:00', 140, 135],
  [105, 'SHA', 'PEK', '19:00', '22:25', 140, 135],
  [107, 'PVG', 'PKX', '08:40', '12:10', 145, 140],
  [109, 'PVG', 'PKX', '17:20', '20:55', 145, 140],
  [111, 'SHA', 'CAN', '08:15', '12:00', 155, 145],
  [113, 'PVG', 'CAN', '18:10', '21:50', 160, 150],
  [115, 'SHA', 'SZX', '09:20', '13:10', 155, 145],
  [117, 'PVG', 'SZX', '20:15', '23:45', 160, 140],
  [119, 'PVG', 'TFU', '07:45', '12:00', 200, 180],
  [121, 'SHA', 'TFU', '16:30', '20:40', 200, 175],
  [123, 'SHA', 'CTU', '13:40', '18:00', 205, 180],
  [125, 'PVG', 'CKG', '10:05', '13:55', 180, 160],
  [127, 'PVG', 'XIY', '14:20', '18:00', 165, 145],
  [129, 'PVG', 'KMG', '09:00', '13:30', 215, 195],
  [131, 'PVG', 'SYX', '06:50', '11:30', 220, 205],
  [133, 'SHA', 'HAK', '15:15', '19:30', 200, 185],
  [135, 'PVG', 'HRB', '12:15', '16:10', 180, 185],
  [137, 'PVG', 'DLC', '16:00', '18:55', 120, 115],
  [139, 'SHA', 'TAO', '21:10', '06:30', 95, 95],
  [141, 'SHA', 'XMN', '10:50', '13:45', 115, 110],
  [143, 'PVG', 'URC', '21:30', '03:20', 330, 275],
  [145, 'TFU', 'PEK', '08:00', '12:00', 165, 175],
  [147, 'TFU', 'CAN', '13:15', '16:50', 145, 155],
  [149, 'TFU', 'HGH', '19:45', '23:30', 170, 195],
  [151, 'TFU', 'NKG', '07:20', '10:55', 150, 165],
  [153, 'TFU', 'WUH', '17:05', '19:50', 110, 115],
  [155, 'TFU', 'CSX', '11:40', '14:30', 110, 120],
  [157, 'TFU', 'SZX', '21:20', '00:45', 140, 150],
  [159, 'PEK', 'CAN', '09:30', '14:00', 200, 190],
  [161, 'PEK', 'SYX', '07:10', '12:30', 245, 230],
  [163, 'PKX', 'XMN', '18:30', '22:30', 180, 175],
  [801, 'PVG', 'HKG', '08:30', '12:30', 165, 150, ['CX6801', 'CX6802']],
  [803, 'TFU', 'HKG', '15:10', '19:20', 165, 155],
  [805, 'PVG', 'TPE', '13:00', '16:00', 115, 110, ['BR3801', 'BR3802']],
  [807, 'SHA', 'TSA', '18:20', '21:15', 110, 105],
  [809, 'PVG', 'NRT', '09:10', '14:10', 170, 200, ['NH5801', 'NH5802']],
  [811, 'SHA', 'HND', '16:40', '21:35', 165, 205, ['NH5803', 'NH5804']],
  [813, 'PVG', 'KIX', '12:40', '16:50', 135, 160],
  [815, 'PVG', 'ICN', '11:00', '14:50', 115, 125, ['OZ6815', 'OZ6816']],
  [817, 'TFU', 'ICN', '00:30', '06:10', 220, 260],
  [819, 'PVG', 'SIN', '16:20', '23:10', 325, 315, ['SQ5819', 'SQ5820']],
  [821, 'TFU', 'SIN', '01:15', '07:20', 290, 285],
  [823, 'PVG', 'BKK', '21:00', '02:15', 275, 245, ['TG6823', 'TG6824']],
  [825, 'PVG', 'KUL', '14:30', '21:00', 335, 320],
  [827, 'PVG', 'SGN', '19:10', '00:05', 255, 230],
  [829, 'TFU', 'HAN', '18:00', '20:50', 145, 140],
  [831, 'PVG', 'MNL', '23:20', '04:00', 220, 215],
  [833, 'PVG', 'CGK', '22:10', '05:40', 375, 370],
  [851, 'PVG', 'LHR', '12:50', '21:20', 790, 690, ['VS7851', 'VS7852']],
  [853, 'PVG', 'CDG', '23:50', '11:20', 780, 690],
  [855, 'PVG', 'FRA', '00:10', '13:40', 750, 665, ['LH7855', 'LH7856']],
  [857, 'TFU', 'AMS', '02:00', '12:10', 690, 610],
  [859, 'PVG', 'FCO', '13:30', '20:30', 775, 680],
  [861, 'PVG', 'MAD', '01:40', '12:00', 845, 745],
  [863, 'TFU', 'SVO', '10:20', '18:40', 515, 460],
  [865, 'PVG', 'DXB', '18:50', '03:10', 565, 490, ['EK7865', 'EK7866']],
  [867, 'PVG', 'SYD', '20:20', '11:10', 625, 655, ['QF3867', 'QF3868']],
  [869, 'TFU', 'MEL', '21:45', '12:20', 645, 660],
  [871, 'PVG', 'JFK', '11:15', '15:50', 890, 925],
  [873, 'PVG', 'LAX', '21:15', '23:30', 705, 850],
  [875, 'PVG', 'SFO', '13:20', '13:10', 680, 800, ['UA7875', 'UA7876']],
  [877, 'PVG', 'YVR', '15:40', '14:00', 640, 745],
  [879, 'PVG', 'YYZ', '17:45', '20:30', 820, 890, ['AC6879', 'AC6880']],
];

// The same number on both legs; the second of RE841 leaves on the day after the first.
const MULTI_LEG: readonly DemoLeg[] = [
  createLeg('RE517', 'SHA', 'WUH', '08:20', 115),
  createLeg('RE517', 'WUH', 'KMG', '11:30', 150),
  createLeg('RE518', 'KMG', 'WUH', '15:00', 135),
  createLeg('RE518', 'WUH', 'SHA', '18:20', 95),
  createLeg('RE841', 'PVG', 'URC', '19:40', 330),
  createLeg('RE841', 'URC', 'IST', '03:10', 385),
  createLeg('RE842', 'IST', 'URC', '13:30', 325),
  createLeg('RE842', 'URC', 'PVG', '02:10', 275),
];

// Sold by Redeye Air under its own numbers, flown by partners under theirs.
const PARTNER_FLOWN: readonly DemoLeg[] = [
  { ...createLeg('SQ7831', 'SIN', 'SYD', '09:30', 475), codeshares: ['RE5831'] },
  { ...createLeg('LH7642', 'FRA', 'MAD', '09:45', 160), codeshares: ['RE5642', 'UA9642'], operatedBy: 'CL' },
  { ...createLeg('AC7518', 'YVR', 'YYZ', '16:00', 265), codeshares: ['RE5518'] },
];

/** Every leg Redeye Air flies or sells on any day. */
export const DEMO_TIMETABLE: readonly DemoLeg[] = [
  ...ROTATIONS.flatMap(createRotation),
  ...MULTI_LEG,
  ...PARTNER_FLOWN,
];

function createRotation(rotation: Rotation): DemoLeg[] {
  const [number, home, away, out, back, minutesOut, minutesBack, codeshares] = rotation;
  return [
    createLeg(`RE${number}`, home, away, out, minutesOut, codeshares?.[0]),
    createLeg(`RE${number + 1}`, away, home, back, minutesBack, codeshares?.[1]),
  ];
}

function createLeg(
  flight: string,
  origin: string,
  destination: string,
  departure: string,
  minutes: number,
  codeshare?: string,
): DemoLeg {
  return {
    flight,
    codeshares: codeshare ? [codeshare] : [],
    operatedBy: null,
    origin,
    destination,
    departure,
    minutes,
  };
}
