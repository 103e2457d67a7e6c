import { setTimeout as sleep } from 'node:timers/promises'
import { type Page, Visitor } from './visitor'

/** What the visitors of a drill have seen. */
export type Seen = {
  /** By the product (503), or by a proxy that found nobody (502, 504). */
  askedBack: number
  /** Where nobody took the connection, and where it ended before the answer. */
  refused: number
  cutOff: number
  /** The address of each letter that a page said is confirmed. */
  acknowledged: Set<string>
}

export const nothingSeen = (): Seen => ({ askedBack: 0, refused: 0, cutOff: 0, acknowledged: new Set() })

/** Somebody who comes back when asked to, and presses again where no answer came. */
export class LastingVisitor extends Visitor {
  constructor(
    base: string,
    private readonly seen: Seen,
    private readonly patienceMs: number,
    from?: string,
  ) {
    super(base, from)
  }

  protected override async ask(address: string, body?: string): Promise<Page> {
    for (const deadline = Date.now() + this.patienceMs; ; await sleep(500)) {
      const page = await super.ask(address, body).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') this.seen.refused++
        else this.seen.cutOff++
        if (Date.now() > deadline) throw error
        return null
      })
      if (!page) continue
      if (![502, 503, 504].includes(page.status) || Date.now() > deadline) {
        if (body !== undefined && page.status === 303 && new URL(page.address).pathname.startsWith('/confirm/'))
          this.seen.acknowledged.add(page.location ?? '')
        return page
      }
      this.seen.askedBack++
    }
  }
}
