/** Counts the turns of the event loop from now on, until `end` is called. For tests only. */
export function countTurns(): { now(): number; end(): void } {
  let turns = 0
  let ended = false
  const count = () => {
    turns += 1
    if (!ended) setImmediate(count)
  }
  setImmediate(count)
  return {
    now: () => turns,
    end: () => {
      ended = true
    },
  }
}
