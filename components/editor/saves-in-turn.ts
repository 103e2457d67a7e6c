/** What a save came to: `unanswered` where nobody knows whether it arrived, `stopped` where saving again helps nobody. */
export type Outcome = 'saved' | 'unanswered' | 'stopped'

export type SavesInTurn = {
  /** Saves what there is now; while another save is under way, once that has ended. */
  save(): Promise<void>
  /** Waits for what is under way, begins nothing new, and asks again for an answer that never came. */
  settle(): Promise<void>
  /** Whether there is nothing to wait for. */
  isIdle(): boolean
}

/**
 * Saves one at a time, so that no save begins from a base that another is just replacing. `read` gives the text as it
 * stands, `send` saves it. A retry sends the same body as before, so that whether or not the first arrived it is no
 * second change; what was typed since goes next.
 */
export function savesInTurn<Body>(read: () => Body, send: (body: Body) => Promise<Outcome>): SavesInTurn {
  let underWay: Promise<void> | null = null
  let unanswered: { body: Body } | null = null
  let wanted = false

  const run = async (newest: boolean) => {
    const retried = unanswered
    const { body } = retried ?? { body: read() }
    const outcome = await send(body)
    unanswered = outcome === 'unanswered' ? { body } : null
    if (outcome === 'saved' && (wanted || (retried && newest))) {
      wanted = false
      await run(true)
    }
  }
  const begin = (newest: boolean) => {
    wanted = false
    underWay = run(newest).finally(() => {
      underWay = null
    })
    return underWay
  }
  return {
    save() {
      if (!underWay) return begin(true)
      wanted = true
      return underWay
    },
    async settle() {
      wanted = false
      await underWay
      if (unanswered) await begin(false)
    },
    isIdle: () => !underWay && !unanswered,
  }
}
