// State: one copy in a process.
let last: Promise<void> = Promise.resolve()

/**
 * Waits for a turn of the event loop that no other asker has: whoever comes with a hundred requests at once has them
 * begun one a turn, and what came meanwhile, from the network or the database, is taken up between them.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => new Promise<void>((begin) => void setImmediate(begin)))
  return last
}
