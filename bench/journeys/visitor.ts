import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { filled, formIn } from '@/e2e/fixtures/forms'

/** A page as it came: `bytes` of its body on the wire, `html` unpacked; in how many seconds to ask again, where it says so. */
export type Page = {
  address: string
  status: number
  html: string
  location: string | null
  bytes: number
  again: number | null
}

type Values = Record<string, string | string[]>

/** A browser without scripts: it keeps its connections, takes gzip, and sends the forms of the pages that it got. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true })

  /** From an address of their own, behind a proxy, where it is given. */
  constructor(
    private readonly base: string,
    private readonly from?: string,
  ) {}

  get(address: string): Promise<Page> {
    return this.ask(address)
  }

  /** Sends a form of a page, with these fields filled in. */
  send({ html, address }: Page, id: string, values: Values = {}): Promise<Page> {
    const form = formIn(html, id)
    return this.ask(new URL(form.action, new URL(address, this.base)).href, filled(form, values).toString())
  }

  leave(): void {
    this.agent.destroy()
  }

  protected async ask(address: string, body?: string): Promise<Page> {
    const url = new URL(address, this.base)
    const own = this.from !== undefined && { 'x-forwarded-for': this.from }
    const form = body !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    const answer = await new Promise<import('node:http').IncomingMessage>((done, fail) => {
      request(url, {
        agent: this.agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { accept: 'text/html', 'accept-encoding': 'gzip', ...own, ...form },
      })
        .once('response', done)
        .once('error', fail)
        .end(body)
    })
    let bytes = 0
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    const html = await text(answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer)
    return {
      address: url.href,
      status: answer.statusCode ?? 0,
      html,
      location: answer.headers.location ?? null,
      bytes,
      again: Number(answer.headers['retry-after']) || null,
    }
  }
}
