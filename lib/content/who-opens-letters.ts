/**
 * Who of those that run an installation can open a letter, when, and that it is recorded: said wherever it is said who
 * sees a supporter's address (lib/delivery/queue/open-letter-text.ts does it, lib/staff/roles.ts says who may).
 */
export const WHO_OPENS_LETTERS =
  'Administrators of this site can open a letter while we keep its text, as they must to look at one that is held or came back. Each time is recorded, with who it was.'
