import type { Department, Level } from './complaint.js';
import type { ComplaintCategory, ComplaintDetails } from './complaintDetails.js';

/** Whose head reviews first. */
const DEPARTMENT_OF: Readonly<Record<ComplaintCategory, Department>> = {
  'flight-disruption': 'ground-operations',
  'booking-ticketing': 'sales',
  refund: 'refunds',
  baggage: 'baggage-services',
  'check-in-boarding': 'ground-operations',
  'cabin-service': 'cabin-services',
  'staff-attitude': 'customer-service',
  'special-assistance': 'special-assistance',
  overbooking: 'ground-operations',
  membership: 'membership',
  'payment-invoice': 'finance',
  privacy: 'data-protection',
  other: 'customer-service',
};

/** An urgent complaint is the safety department's until management decides. */
export function chooseOwner({ category, urgent }: ComplaintDetails, level: Level): Department {
  if (level === 3) return 'management';
  if (urgent) return 'safety';
  return level === 2 ? 'customer-service' : DEPARTMENT_OF[category];
}
