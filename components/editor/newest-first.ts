/**
 * Tells answers that come too late: each question takes a turn when it is asked, and `isNewest` says whether nothing that
 * was asked later has been answered yet. On a slow line answers overtake one another.
 */
export function newestFirst(): () => { isNewest(): boolean } {
  let asked = 0
  let answered = 0
  return () => {
    const turn = ++asked
    return {
      isNewest() {
        if (turn < answered) return false
        answered = turn
        return true
      },
    }
  }
}
