/** Every failure Redeye names, by a code that stays the same across releases; operators search logs by it. */
const ERROR_CATALOGUE = {
  'config.invalid': 'A setting has a value that is not allowed.',
  'storage.conflict': 'Somebody else changed the record first; read it again and retry.',
  'storage.corrupt': 'A stored file cannot be read as what it should be.',
  'storage.schema': 'The database was made for a newer release.',
  'storage.locked': 'Another process uses this data directory.',
  'storage.unavailable': 'A record could not be read from or written to where it is kept.',
  'turn.failed': 'A turn failed; nothing of it was saved.',
  'activity.invalid': 'The activity is not of the form the protocol asks for.',
  'token.invalid': 'The token is missing, altered or for another purpose or conversation.',
  'token.expired': 'The token was valid once.',
  'conversation.unknown': 'No such conversation.',
  'channel.forbidden': 'Replies must not be sent to this address.',
  'channel.unsupported': 'The channel cannot do this.',
  'case.invalid': 'What was handed in for a case is not of the form asked for.',
  'case.unknown': 'No such case.',
  'case.refused': 'The case does not allow this in its present state.',
  'case.references-exhausted': 'No free reference is left for this station or day.',
  'control.failed': 'The running service could not carry a command out; its log says why.',
  'upload.rejected': 'The uploaded file is too large or of a kind that is not accepted.',
  'flights.unreachable': 'The source of flight data does not answer; this says nothing of the flight.',
  'desk.unreachable': "The agents' desk, or the hub in its place, does not answer.",
  'desk.rejected': "The hub in the desk's place refuses this and would refuse it again.",
  'desk.unknown': 'No such handoff is open.',
  'desk.queue-empty': 'Nobody waits.',
  'desk.full': 'The agent holds as many chats as they take.',
  'desk.taken': 'Another agent holds this chat.',
  'desk.absent': 'The agent is not on duty.',
  'desk.forbidden': 'Only supervisors may do this.',
  'desk.lease-lost': 'Another lease of this chat holds by now, or the talk is over.',
  'desk.account-invalid': 'What was handed in for an account is not of the form asked for.',
  'desk.account-unknown': 'No such account.',
  'desk.account-exists': 'Somebody else already has this name.',
  'desk.note-invalid': 'A note or an opinion is empty, too long or of another form.',
  'desk.canned-invalid': 'A canned reply is not of the form asked for, in both languages.',
  'flights.out-of-range': 'The source of flight data does not cover this day.',
} as const;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/**
 * A failure with a stable code. `detail` is for the log and never for a passenger;
 * `cause` keeps the error underneath.
 */
export class RedeyeError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: string = '',
    options?: { cause?: unknown },
  ) {
    super(detail ? `${code}: ${detail}` : `${code}: ${ERROR_CATALOGUE[code]}`, options);
    this.name = 'RedeyeError';
  }
}
