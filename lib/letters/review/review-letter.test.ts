import { eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { audit, letterEvents, letters } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { allSeats } from '@/lib/directory/seats'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import {
  confirmedLetter,
  letterRow,
  onCampaign,
  queued,
  WESTMINSTER,
  type Written,
  writtenLetter,
} from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { listedDomain, mailDomainsInput, setMailDomains } from './mail-domains'
import { forgetNetworks } from './origin-hash'
import { reviewRules, setReviewRules } from './rules'

const PASTED =
  'I am writing as a taxpayer who has had enough of these endless foreign quarrels, and I demand that you vote against every penny of help, that you publish each meeting you hold about it, and that you answer me in writing by the end of the month without fail.'

const STARTS = [
  'My grandmother',
  'Our neighbour',
  'My colleague',
  'A friend of mine',
  'The family next door',
  'My wife',
]
const DEEDS = [
  'lived near Stepanakert until the first winter of the war',
  'still has two brothers who cannot come home',
  'taught music there for eleven years, and writes to her pupils',
  'sold the orchard, and never speaks about it',
  'is waiting for news of an uncle who stayed behind',
  'packed one suitcase and left the keys in the door',
  'has photographs of the old church on the wall',
]
const SO = [
  'so when I hear the news I think of them before anything else',
  'and it keeps me awake more often than I would like to say',
  'which is why I cannot treat this as something far away',
  'and my children ask me what our country is doing about it',
  'so please do not tell me that nothing can be done',
]

/** What an ordinary supporter might add, of six to sixty words; some add nothing, some the very same few. */
function reason(n: number): string {
  if (n % 5 === 0) return ''
  if (n % 5 === 1) return 'I care about peace.'
  const sentence = (at: number) =>
    `${STARTS[at % STARTS.length]} ${DEEDS[(at * 3 + n) % DEEDS.length]}, ${SO[(at + n) % SO.length]}.`
  return [n, n * 7 + 2, n * 11 + 4]
    .slice(0, (n % 3) + 1)
    .map(sentence)
    .join(' ')
}

async function send(
  ctx: TestContext,
  campaign: LiveCampaign,
  many: number,
  written: (n: number) => Written,
  secondsApart = 1,
) {
  const ids: string[] = []
  for (let n = 0; n < many; n++) {
    ids.push((await confirmedLetter(ctx, campaign, written(n))).id)
    ctx.setNow(new Date(ctx.now().getTime() + secondsApart * 1000))
  }
  const rows = await ctx.db.select().from(letters).where(inArray(letters.id, ids))
  const stateOf = new Map(rows.map(({ id, state, reviewRule }) => [id, state === 'held' ? `${reviewRule}` : state]))
  return ids.map((id) => stateOf.get(id) ?? 'gone')
}

const held = (states: string[]) => states.filter((state) => state !== 'queued')

describe('with the rules as they are at first', () => {
  test('of honest letters within an hour, six to each of twenty-five MPs, all go, half of them from one mobile network', () =>
    onCampaign(async (ctx, campaign) => {
      const seats = (await allSeats(ctx)).filter(({ mp }) => mp?.email).slice(0, 25)
      const domains = ['gmail.com', 'btinternet.com', 'hotmail.co.uk', 'stmarys.sch.uk', 'ed.ac.uk']
      const written = (n: number): Written => {
        const seat = seats[n % 25]
        if (!seat) throw new Error('There are fewer seats.')
        const asks = campaign.content.asks.map(({ id }) => id).filter((_, at) => (n + at) % 2 === 0)
        const opening = reason(n)
        const wording = anyWording(campaign.content, n, { asks, opens: opening !== '' })
        const facts = { mpName: seat.mp?.name ?? null, constituency: seat.name, nation: seat.nation }
        const letter = composeLetter(campaign.content, { own: { ...NO_OWN_WORDS, opening }, wording, ...facts })
        const network = ['81.2.69', `10.${n >> 1}.0`, '81.2.69', `2a00:${n}:1`][n % 4] ?? ''
        // One in six is of one firm: as many as go of an unusual domain.
        const email = `person${n}@${n % 6 === 3 ? 'a-firm.co.uk' : domains[n % 5]}`
        const name = `Ann Person ${'ABCDEFGHIJ'[n % 10]}`
        return { ...letter, asks, constituencyCode: seat.code, email, network, name }
      }
      expect(held(await send(ctx, campaign, 150, written, 23))).toEqual([])
    }))

  test('twenty-five letters of nearly the same text, pasted to one MP, are held from the third on, and it says why', () =>
    onCampaign(async (ctx, campaign) => {
      const words = PASTED.split(' ')
      const states = await send(ctx, campaign, 25, (n) => ({
        body: words
          .map((word, at) => (at === (n * 5) % words.length ? `${word} ${'abcdefghij'[n % 10]}x` : word))
          .join(' '),
      }))
      expect(states.slice(0, 2)).toEqual(['queued', 'queued'])
      expect(states.slice(2)).toEqual(Array(23).fill('likeness'))
      const [event] = await ctx.db.select().from(letterEvents).where(eq(letterEvents.reason, 'abuse')).limit(1)
      expect(event?.note).toBe(
        'Beyond the campaign’s wording it is at least 60% like 2 earlier letters to the same MP; 2 go.',
      )
    }))

  test('of sixty letters that one machine sends within ten minutes, each of another domain to another MP, ten are held', () =>
    onCampaign(async (ctx, campaign) => {
      const seats = (await allSeats(ctx)).filter(({ mp }) => mp?.email)
      const states = await send(ctx, campaign, 60, (n) => ({
        constituencyCode: seats[n]?.code ?? '',
        email: `x@domain${n}.example`,
        network: '203.0.113',
      }))
      expect(states.indexOf('network')).toBe(50)
      expect(held(states)).toEqual(Array(10).fill('network'))
      const [event] = await ctx.db.select().from(letterEvents).where(eq(letterEvents.reason, 'abuse')).limit(1)
      expect(event?.note).toBe('More than 50 letters were confirmed from one network within ten minutes.')
    }))

  test('letters of an hour from one network are held from the one after the figure on, and none of the next day’s', () =>
    onCampaign(async (ctx, campaign) => {
      const seats = (await allSeats(ctx)).filter(({ mp }) => mp?.email)
      const first = await reviewRules(ctx)
      expect(first).toMatchObject({ networkTenMinutes: 50, networkHour: 100, networkDay: 400 })
      await setReviewRules(await memberContext(ctx, 'admin', 'admin@example.org'), { ...first, networkHour: 5 })
      const to = (n: number) => ({ constituencyCode: seats[n]?.code ?? '', network: '203.0.113' })
      expect((await send(ctx, campaign, 7, to)).slice(4)).toEqual(['queued', 'network', 'network'])
      expect(await send(ctx, campaign, 1, (n) => ({ ...to(n), network: '203.0.114' }))).toEqual(['queued'])
      ctx.setNow(new Date(NOON.getTime() + 13 * HOUR))
      expect(await send(ctx, campaign, 1, to)).toEqual(['queued'])
      expect(await tablesHolding(ctx, '203.0.113')).toEqual([])
    }))

  test('the twenty-sixth letter of a day with addresses of one unusual domain is held, whatever stands before it', () =>
    onCampaign(async (ctx, campaign) => {
      const seats = (await allSeats(ctx)).filter(({ mp }) => mp?.email)
      const from = (domain: string) => (n: number) => ({
        constituencyCode: seats[n]?.code ?? '',
        email: `x${n}@s${n}.${domain}`,
      })
      expect((await send(ctx, campaign, 27, from('made-up.example'))).slice(24)).toEqual([
        'queued',
        'mail-domain',
        'mail-domain',
      ])
      expect(held(await send(ctx, campaign, 30, from('sch.uk')))).toEqual([])
    }))

  test('an address that cannot be in the United Kingdom holds a letter, unless it is given as one abroad', () =>
    onCampaign(async (ctx, campaign) => {
      expect(await send(ctx, campaign, 1, () => ({ address1: 'Calle Mayor 1, Madrid' }))).toEqual(['address'])
      expect(await send(ctx, campaign, 1, () => ({ address1: 'Calle Mayor 1, Madrid, abroad' }))).toEqual(['queued'])
      expect(await send(ctx, campaign, 1, () => ({ abroad: 'Calle Mayor 1\nMadrid\nSpain' }))).toEqual(['queued'])
    }))
})

describe('a rule', () => {
  const off = {
    alike: 0,
    alikePercent: 60,
    networkTenMinutes: 0,
    networkHour: 0,
    networkDay: 0,
    mailDomainDay: 0,
    burstHour: 0,
    address: false,
  }

  test('has its figure, and 0 switches it off', () =>
    onCampaign(async (ctx, campaign) => {
      const admin = await memberContext(ctx, 'admin', 'admin@example.org')
      await setReviewRules(admin, { ...off, burstHour: 3 })
      expect(await send(ctx, campaign, 4, () => ({}))).toEqual(['queued', 'queued', 'queued', 'burst'])
      await setReviewRules(admin, off)
      const all = { body: PASTED, network: '203.0.113', email: 'ann@odd.example', address1: '1, Madrid' }
      expect(
        held(await send(ctx, campaign, 5, (n) => ({ ...all, name: `Ann ${'ABCDE'[n]}`, email: `a${n}@odd.example` }))),
      ).toEqual([])
      expect(await reviewRules(ctx)).toEqual(off)
      expect(await ctx.db.$count(audit, eq(audit.verb, 'letters.set-review-rules'))).toBe(2)
    }))

  test.each(['editor', 'campaigner'] as const)('is not an %s’s to set', (role) =>
    onCampaign(async (ctx) => {
      const member = await memberContext(ctx, role, `${role}@example.org`)
      expect(() => setReviewRules(member, off)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
      expect(() => setMailDomains(member, { watch: [], block: [] })).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      )
    }),
  )
})

describe('the lists of mail domains', () => {
  test('are typed in any case and script, and count for what lies under them', () => {
    const { watch } = mailDomainsInput.parse({ watch: '@Evil.Example\n*.münchen.example, b.example.', block: '' })
    expect(watch).toEqual(['evil.example', 'xn--mnchen-3ya.example', 'b.example'])
    for (const email of ['a@evil.example', 'a@mail.EVIL.example', 'a@x.xn--mnchen-3ya.example']) {
      expect(listedDomain(email, watch)).not.toBeNull()
    }
    for (const email of ['a@notevil.example', 'a@evil.example.org']) expect(listedDomain(email, watch)).toBeNull()
    expect(mailDomainsInput.safeParse({ watch: 'no domain', block: '' }).success).toBe(false)
  })

  test('a watched one holds a letter', () =>
    onCampaign(async (ctx, campaign) => {
      const admin = await memberContext(ctx, 'admin', 'admin@example.org')
      await setMailDomains(admin, { watch: ['evil.example'], block: [] })
      const { id } = await confirmedLetter(ctx, campaign, { email: 'ann@mail.evil.example' })
      expect(await letterRow(ctx, id)).toMatchObject({ heldReason: 'abuse', reviewRule: 'watched-domain' })
      expect(await queued(ctx, 'tell-held', id)).toHaveLength(1)
    }))
})

test('whose limits are lifted, they are held by what staff have listed alone', () =>
  onCampaign(async (ctx, campaign) => {
    const admin = await memberContext(ctx, 'admin', 'admin@example.org')
    await setMailDomains(admin, { watch: ['evil.example'], block: [] })
    const rules = []
    for (const email of ['a@example.org', 'b@example.org', 'c@example.org', 'd@evil.example']) {
      const { id } = await writtenLetter(ctx, campaign, { body: PASTED, email })
      await confirmLetter(ctx, id, { lifted: true })
      rules.push((await letterRow(ctx, id)).reviewRule)
    }
    expect(rules).toEqual([null, null, null, 'watched-domain'])
  }))

test('which letters came from one network is forgotten after a week', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await writtenLetter(ctx, campaign, { network: '203.0.113', constituencyCode: WESTMINSTER })
    expect((await letterRow(ctx, id)).networkHash).toMatch(/^[\w-]{43}$/)
    ctx.setNow(new Date(NOON.getTime() + 7 * DAY - 1))
    expect(await forgetNetworks(ctx)).toBe(0)
    ctx.setNow(new Date(NOON.getTime() + 7 * DAY))
    expect(await forgetNetworks(ctx)).toBe(1)
    expect((await letterRow(ctx, id)).networkHash).toBeNull()
  }))
