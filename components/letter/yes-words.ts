/** The button that says that this is one's MP; `null` where the seat has none. */
export function yesWords(mp: string | null): string {
  return mp === null ? 'Yes, write to the next MP' : `Yes, write to ${mp}`
}
