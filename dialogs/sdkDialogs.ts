/**
 * What is used of the SDK's dialogs, each from its own file: the package's index also loads its recognizers, some
 * 35 MB and a quarter of a second of each start, and nothing here asks them.
 */
export { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog.js';
export {
  Dialog,
  DialogTurnStatus,
  type DialogEvent,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs/lib/dialog.js';
export { type DialogContext, type DialogState } from 'botbuilder-dialogs/lib/dialogContext.js';
export { DialogEvents } from 'botbuilder-dialogs/lib/dialogEvents.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
