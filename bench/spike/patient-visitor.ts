import { setTimeout as sleep } from 'node:timers/promises'
import { type Page, Visitor } from '@/bench/journeys/visitor'

/** What a visitor met, counted. */
export type Met = { pages: number[]; askedBack: number; sentAgain: number }

/** They were asked to come later before they had begun, and left. */
export class AskedBack extends Error {}

/** Somebody who leaves when asked to come back before they have begun, and waits and tries again once they have. */
export class PatientVisitor extends Visitor {
  private begun = false

  constructor(
    base: string,
    from: string,
    private readonly met: Met,
  ) {
    super(base, from)
  }

  protected override async ask(address: string, body?: string): Promise<Page> {
    for (;;) {
      const began = performance.now()
      const page = await super.ask(address, body)
      if (page.status !== 503) {
        this.met.pages.push(performance.now() - began)
        this.begun ||= page.status === 200 && page.html.includes('id="letter-form"')
        return page
      }
      if (page.again === null) throw new Error('503 without a time to come back.')
      if (!this.begun) {
        this.met.askedBack++
        throw new AskedBack()
      }
      this.met.sentAgain++
      await sleep(page.again * 1000)
    }
  }
}
