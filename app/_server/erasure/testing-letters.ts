import { eq, sql } from 'drizzle-orm'
import { runOnce } from 'graphile-worker'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer, StateOf } from '@/app/_server/forms/form-answer'
import { findForm } from '@/app/_server/forms/table'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { form as writeForm } from '@/app/(public)/campaigns/[slug]/write/form'
import { letters, mailEvents, supporters } from '@/db/schema/index'
import { databaseUrl } from '@/db/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { readMailEvent } from '@/lib/delivery/events/input'
import { receiveMailEvent } from '@/lib/delivery/events/receive'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { attemptsAt } from '@/lib/delivery/ledger/testing'
import { mailTo, NO_EMAIL, tokenIn, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { taskList } from '@/lib/worker/job-handlers'
import { workerLog } from '@/lib/worker/log'

/** A letter whose data are canaries: each says what it is, and by `code` whose. */
export type Canary = {
  fate: string
  updates: boolean
  code: string
  name: string
  email: string
  postcode: string
  id: string
  supporterId: string
}

const SEATS: Record<string, string> = { vacant: VACANT, 'no-email': NO_EMAIL, 'by-writer': NO_EMAIL }
const LINKS = ['one', 'two', 'three', 'four', 'five', 'six'].map((each) => `https://${each}.example/`).join(' ')
/** Inward codes never have C, I, K, M, O or V. */
const INWARD = 'ABDEFGHJLN'

/** The installation as people meet it: its forms, answered in this process. */
export class Installation {
  private made = 0

  /** `cookies`: those of somebody who has signed in already. */
  constructor(
    private readonly ctx: TestContext,
    private readonly campaign: LiveCampaign,
    public cookies = '',
  ) {}

  async signIn(): Promise<void> {
    const token = crypto.randomUUID()
    const { actor } = await memberContext(this.ctx, 'admin', 'admin@example.org')
    await startSession(this.ctx, { token, userId: actor.kind === 'staff' ? actor.id : '' })
    this.cookies = `${staffCookie().name}=${token}`
  }

  /** Posts a form; what came of it. */
  async post(path: string, fields: Record<string, string>): Promise<FormAnswer> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const from = `198.51.${this.made}.7`
    const exchange = newExchange({ clientAddress: from, clientNetwork: `${from}/24`, cookies: this.cookies })
    const found = findForm(path)
    if (found) return withExchange(exchange, () => found.form(form, found.address))
    throw new Error(`There is no form at ${path}.`)
  }

  /** Three forms, as the path has them. Of one household where an `owner` is given. */
  async write(fate: string, updates: boolean, owner?: Canary, name?: string): Promise<Canary> {
    const number = this.made++
    const code = String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))
    const canary = {
      fate,
      updates,
      code,
      name: name ?? `Zqname${code} Ferrars`,
      email: owner?.email ?? `zqmail${code}@zqmail${code}.example`,
      postcode: `ZZ9 ${number % 10}${INWARD[Math.floor(number / 10)]}Z`,
    }
    const path = `/campaigns/${this.campaign.slug}/write`
    const own = ownWords(code)
    const start = {
      step: 'words',
      ask: 'ceasefire',
      constituency: SEATS[fate] ?? WESTMINSTER,
      postcode: canary.postcode,
      reason: fate === 'abuse' ? `${own} ${LINKS}` : own,
      reason2: `Zqword${code} second prompt, answered by ${code}.`,
      source: '',
    }
    const letter = await this.draft(path, start)
    const details = {
      name: canary.name,
      email: canary.email,
      address1: `7 Zqaddr${code} Row`,
      address2: `Zqaddr${code} Yard`,
      town: `Zqtown${code}`,
      abroad: `Calle Zqabroad${code} 1\nMadrid\nSpain`,
      subject: `${letter.subject} zqsubj${code}`,
      ...(updates && { updates: 'yes' }),
    }
    const checked = await this.draft(path, { ...letter, ...details, step: 'you', ask: 'ceasefire' })
    const sent = await this.post(path, {
      ...checked,
      step: 'check',
      ask: 'ceasefire',
      ...(updates && { updates: 'yes' }),
    })
    if (!('redirect' in sent)) throw new Error(`The letter was not taken: ${JSON.stringify(sent)}`)
    const [row] = await this.ctx.db
      .select({ id: letters.id, supporterId: letters.supporterId })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .where(eq(supporters.submissionId, checked.submission ?? ''))
    if (!row) throw new Error('The letter was not stored.')
    return { ...canary, ...row }
  }

  /** A draft as the page of an answer shows it. */
  private async draft(path: string, fields: Record<string, string>): Promise<Record<string, string>> {
    const answer = await this.post(path, fields)
    if (!('show' in answer) || answer.by !== writeForm) throw new Error(`No letter is shown: ${JSON.stringify(answer)}`)
    const { draft, faults } = answer.show as StateOf<typeof writeForm>
    if (faults.length > 0) throw new Error(`The letter has faults: ${JSON.stringify(faults)}`)
    const { asks: _asks, updates: _updates, ...texts } = draft
    return texts
  }

  /** The button behind the link of the e-mail to confirm. */
  async confirm(canary: Canary, person = ''): Promise<void> {
    // Of a household each has their own.
    const own = (await mailTo(canary.email)).find(
      ({ text }) => text.includes('/confirm/') && text.includes(`Hello ${canary.name}`),
    )
    await this.post(`/confirm/${tokenIn(own, 'confirm')}`, { person })
  }

  /** What staff do to one letter, with a note in their own words. */
  async act({ id, code }: Canary, action: string): Promise<void> {
    const answer = await this.post(`/staff/letters/${id}`, { do: 'act', action, reason: `Zqnote${code} rang.` })
    if (!('redirect' in answer)) throw new Error(`Not done: ${JSON.stringify(answer)}`)
  }

  /** What the mail service tells of a letter, or of mail to its writer, with addresses in it. */
  async tell(
    canary: Canary,
    type: string,
    given: { bounce?: Record<string, string>; kind?: string } = {},
  ): Promise<void> {
    const { bounce, kind } = given
    const attempt = (await attemptsAt(this.ctx, canary.id)).at(-1)
    const body = {
      type: `email.${type}`,
      created_at: this.ctx.now().toISOString(),
      data: {
        to: [canary.email],
        ...(kind ? { tags: { kind, letter: canary.id } } : { email_id: attempt?.providerId ?? 'unknown' }),
        ...(bounce && { bounce: { ...bounce, message: `${bounce.message} zqsaid${canary.code} <${canary.email}>` } }),
      },
    }
    const event = readMailEvent(body)
    if (!event) throw new Error('It is no event.')
    await receiveMailEvent(this.ctx, `${type} ${await this.ctx.db.$count(mailEvents)}`, event)
  }

  /** Does every job that is due and sends every letter, or does the jobs of one kind alone. */
  async work(only?: string): Promise<void> {
    // What is put off by seconds is due: the tests do not wait for them.
    await this.ctx.db.execute(sql`
      update graphile_worker._private_jobs set run_at = now()
      where run_at between now() and now() + interval '10 seconds'`)
    await runOnce({
      connectionString: await databaseUrl(this.ctx.db),
      taskList: only ? { [only]: taskList[only] } : taskList,
      logger: workerLog,
      concurrency: 4,
    })
    if (!only) await sendDue(this.ctx)
  }
}

/** Words that are nobody else's, or letters would be like one another. */
function ownWords(code: string): string {
  const words = Array.from({ length: 24 }, (_, at) => `w${code}${String.fromCharCode(97 + at)}`)
  return `Zqword${code} ${words.join(' ')}.`
}
