/** Days after a letter was sent, when its writer is asked about a reply, and from when on an unanswered one can be chased. */
export const DAYS_FOR_A_REPLY = 14
