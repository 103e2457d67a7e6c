import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { settings } from '@/db/schema/settings'
import { stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import { rolledBack } from '@/lib/mailer/testing/context'
import { operatorSetting } from '@/lib/settings/operator'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { checkAnswers } from './check-answers'
import { checkSenderDomain } from './check-sender-domain'
import { dnsBy } from './dns'
import { checkDomain } from './dns-records'
import { domainState } from './domain-state'
import { sentFrom } from './sent-from'

vi.hoisted(() => {
  Object.assign(process.env, {
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    OPERATOR_NAME: 'Example',
    SEND_HOURS: '00:00-24:00',
  })
})
afterAll(() => vi.unstubAllEnvs())

let zone: Record<string, string[]>
let hosts: Record<string, string[]>
const dns = dnsBy(async (name, kind) => {
  const found = kind === 'TXT' ? zone[name]?.map((text) => [text]) : hosts[`${kind} ${name}`]
  if (found?.length) return kind === 'MX' ? found.map((exchange) => ({ exchange, priority: 10 })) : found
  throw Object.assign(new Error(`query${kind} ENODATA ${name}`), { code: 'ENODATA' })
})
beforeEach(() => {
  hosts = {}
  zone = {
    'amazonses.com': ['v=spf1 include:spf.amazonses.com -all'],
    'spf.amazonses.com': ['v=spf1 ip4:199.255.192.0/22 ip4:54.240.0.0/18 -all'],
    'send.example.org': ['v=spf1 include:amazonses.com ~all', 'other=1'],
    'resend._domainkey.example.org': ['p=MIGfMA0GCSqGSIb3DQEBAQUAA4'],
    '_dmarc.example.org': ['v=DMARC1; p=none;'],
  }
})

const SES = { addresses: [], services: ['amazonses.com'], each: false, hint: ' (include:amazonses.com)' }
const OWN = { addresses: ['198.18.0.5'], services: [], each: false, hint: '' }
const resend = { domain: 'example.org', transport: 'resend', selector: 'resend', sentFrom: async () => SES } as const
const smtp = { domain: 'example.org', transport: 'smtp', selector: 'mail', sentFrom: async () => OWN } as const
const faults = async (domain: Parameters<typeof checkDomain>[0], by = dns) =>
  (await checkDomain(domain, by)).filter(({ ok }) => !ok).map(({ name }) => name)

describe('a domain', () => {
  test('whose records are all there is in order', async () => {
    expect(await faults(resend)).toEqual([])
    expect((await checkDomain(resend, dns)).every(({ todo }) => todo === null)).toBe(true)
  })

  test('by SMTP is looked at under its own name, and the selector that is set', async () => {
    hosts = { 'MX example.org': ['mail.example.org'], 'A mail.example.org': ['198.18.0.5'] }
    zone = {
      'example.org': ['v=spf1 mx -all'],
      'mail._domainkey.example.org': ['v=DKIM1; k=rsa; p=MIGf'],
      '_dmarc.example.org': ['v=DMARC1; p=reject'],
    }
    expect(await faults(smtp)).toEqual([])
    expect(await faults({ ...smtp, selector: null })).toEqual(['DKIM'])
  })

  test('below another takes the policy of that one', async () => {
    expect(await faults({ ...resend, domain: 'mail.example.org' })).not.toContain('DMARC')
  })

  test.each([
    ['no SPF', 'send.example.org', [], ['SPF']],
    ['SPF twice', 'send.example.org', ['v=spf1 include:amazonses.com ~all', 'v=spf1 -all'], ['SPF']],
    ['SPF for everybody', 'send.example.org', ['v=spf1 include:amazonses.com +all'], ['SPF']],
    ['SPF for everybody, without a sign', 'send.example.org', ['v=spf1 include:amazonses.com all'], ['SPF']],
    ['SPF without the service', 'send.example.org', ['v=spf1 -all'], ['SPF']],
    ['no key', 'resend._domainkey.example.org', [], ['DKIM']],
    ['a key that was revoked', 'resend._domainkey.example.org', ['v=DKIM1; p='], ['DKIM']],
    ['no policy', '_dmarc.example.org', [], ['DMARC']],
    ['half a policy', '_dmarc.example.org', ['v=DMARC1'], ['DMARC']],
  ])('with %s has that fault, and is told what to do', async (_what, name, found, expected) => {
    zone[name] = found
    expect(await faults(resend)).toEqual(expected)
    expect((await checkDomain(resend, dns)).find(({ ok }) => !ok)?.todo).toContain('.')
  })

  test('neither signed by a key that holds nor sent by a record that does is not aligned', async () => {
    zone['resend._domainkey.example.org'] = ['v=DKIM1; p=']
    zone['send.example.org'] = ['v=spf1 include:amazonses.com ~all', 'v=spf1 -all']
    expect(await faults(resend)).toEqual(['SPF', 'DKIM', 'Alignment with From'])
  })

  test('signed by nobody and sent from elsewhere is not aligned', async () => {
    zone['_dmarc.example.org'] = ['v=DMARC1; p=none; aspf=s']
    delete zone['resend._domainkey.example.org']
    expect(await faults(resend)).toEqual(['DKIM', 'Alignment with From'])
  })

  test('of which nobody answers is not called in order', async () => {
    const silent = dnsBy(() => Promise.reject(new Error('queryTxt ETIMEOUT example.org')))
    expect(await faults(resend, silent)).toEqual(['SPF', 'DKIM', 'DMARC', 'Alignment with From'])
    expect((await checkDomain(resend, silent))[0]?.found).toContain('Nobody answered')
  })
})

describe('SPF is evaluated as receivers do it', () => {
  const spfOf = async (record: string, from = OWN) => {
    zone['example.org'] = [record]
    return (await checkDomain({ ...smtp, sentFrom: async () => from }, dns))[0]
  }

  test.each([
    ['v=spf1 ip4:198.18.0.0/24 -all', true],
    ['v=spf1 a:mail.example.org -all', true],
    ['v=spf1 include:_spf.provider.example ~all', true],
    ['v=spf1 redirect=_spf.provider.example', true],
    ['v=spf1 ip4:198.51.100.9 -all', false],
    ['v=spf1 ip4:198.51.100.9 ~all', false],
    ['v=spf1 -ip4:198.18.0.5 ip4:198.18.0.0/24 -all', false],
    ['v=spf1 ?ip4:198.18.0.5 -all', false],
    ['v=spf1', false],
    ['v=spf1 include:nobody.example -all', false],
    ['v=spf1 ip4:198.18.0.5 nonsense:1 -all', false],
    ['v=spf1 ip4:0.0.0.0/0 -all', false],
    ['v=spf1 include:open.example -all', false],
    [`v=spf1 ${Array.from({ length: 11 }, (_, at) => `include:s${at}.example`).join(' ')} ip4:198.18.0.5 -all`, false],
  ])('%s: %s', async (record, ok) => {
    hosts['A mail.example.org'] = ['198.18.0.5']
    zone['_spf.provider.example'] = ['v=spf1 ip4:198.18.0.5 -all']
    zone['open.example'] = ['v=spf1 +all']
    for (let at = 0; at < 11; at += 1) zone[`s${at}.example`] = ['v=spf1 ip4:198.51.100.1 -all']
    expect((await spfOf(record))?.ok).toBe(ok)
  })

  test('and says for which address it was asked, and what came of it', async () => {
    expect((await spfOf('v=spf1 ip4:198.51.100.9 ~all'))?.found).toBe(
      'v=spf1 ip4:198.51.100.9 ~all; softfail for 198.18.0.5',
    )
  })

  test('for each address that an operator names', async () => {
    const both = { ...OWN, addresses: ['198.18.0.5', '198.18.0.6'], each: true }
    expect((await spfOf('v=spf1 ip4:198.18.0.5 -all', both))?.ok).toBe(false)
    expect((await spfOf('v=spf1 ip4:198.18.0.4/30 -all', both))?.ok).toBe(true)
  })
})

describe('mail leaves from', () => {
  const usual = {
    mailSentFrom: [],
    mailFrom: 'letters@example.org',
    resendApiKey: null,
    smtpUrl: null,
    appUrl: 'https://letters.example.org',
    isOnLocalhost: false,
  }
  beforeEach(() => {
    hosts['A mail.example.org'] = ['198.18.0.5']
    hosts['A smtp.provider.example'] = ['198.18.0.7']
    hosts['A inside.example.org'] = ['10.0.0.3']
    hosts['A letters.example.org'] = ['198.18.0.9']
  })

  test.each([
    [{ smtpUrl: 'smtp://smtp.provider.example:587' }, ['198.18.0.7'], ['provider.example']],
    [{ smtpUrl: 'smtp://mail.example.org:587' }, ['198.18.0.5'], []],
    [{ smtpUrl: 'smtp://198.18.0.5:587' }, ['198.18.0.5'], []],
    [{ smtpUrl: 'smtp://[2001:470::5]:587' }, ['2001:470::5'], []],
    [{ smtpUrl: 'smtp://127.0.0.1:25' }, ['198.18.0.9'], []],
    [{ smtpUrl: 'smtp://mailserver:25' }, ['198.18.0.9'], []],
    [{ smtpUrl: 'smtp://inside.example.org:25' }, ['198.18.0.9'], []],
    [{ smtpUrl: 'smtp://127.0.0.1:25', appUrl: 'http://localhost:3000', isOnLocalhost: true }, [], []],
    [{ smtpUrl: 'smtp://127.0.0.1:25', mailSentFrom: ['198.18.0.1'] }, ['198.18.0.1'], []],
    [{ resendApiKey: 're_1' }, [], ['amazonses.com']],
  ])('%j', async (env, addresses, services) => {
    expect(await sentFrom({ ...usual, ...env }, dns)).toMatchObject({ addresses, services })
  })
})

describe('letters by a real service', () => {
  test('wait until the domain is in order', () =>
    rolledBack(async (ctx) => {
      expect(await stopped(ctx)).toEqual({ why: 'domain', until: null })
      zone['_dmarc.example.org'] = []
      await checkSenderDomain(ctx, dns)
      expect(await stopped(ctx)).toEqual({ why: 'domain', until: null })
      zone['_dmarc.example.org'] = ['v=DMARC1; p=none']
      await checkSenderDomain(ctx, dns)
      expect(await stopped(ctx)).toBeNull()
      expect(await domainState(ctx)).toMatchObject({ domain: 'example.org', ok: true, waived: false })
    }))

  test.each([
    'smtp://127.0.0.1:25',
    'smtp://127.9.9.9:25',
    'smtp://[::1]:25',
    'smtp://localhost:25',
    'smtp://localhost.localdomain:25',
    'smtp://10.0.0.5:25',
    'smtp://192.168.1.2:587',
    'smtp://mailserver:25',
    'smtps://mail.example:465',
  ])('wait for it behind the relay %s too: it passes on what it is given', (smtpUrl) =>
    rolledBack(
      async (ctx) => {
        expect(await stopped(ctx)).toEqual({ why: 'domain', until: null })
        expect(await checkSenderDomain(ctx, dns)).toHaveLength(4)
        expect(await domainState(ctx)).toMatchObject({ ok: false, waived: false })
        expect(await checkAnswers(ctx)).toMatchObject({ ok: false })
      },
      undefined,
      { env: { resendApiKey: null, smtpUrl } },
    ),
  )

  test.each([
    ['http://127.0.0.1:3000', true, null],
    ['http://127.0.0.1:3000', false, { why: 'domain', until: null }],
    ['https://api.resend.com', true, { why: 'domain', until: null }],
  ])('by Resend at %s, with the installation on localhost: %s', (resendBaseUrl, isOnLocalhost, expected) =>
    rolledBack(async (ctx) => expect(await stopped(ctx)).toEqual(expected), undefined, {
      env: { resendBaseUrl, isOnLocalhost },
    }),
  )

  test('wait for nothing where all goes into the local mailbox', () =>
    rolledBack(
      async (ctx) => {
        expect(await domainState(ctx)).toMatchObject({ waived: true })
        expect(await stopped(ctx)).toBeNull()
        expect(await checkSenderDomain(ctx, dns)).toEqual([])
      },
      undefined,
      { env: { mailIsLocal: true, resendApiKey: null } },
    ))

  test('or until an administrator lets them go; nobody else can', () =>
    rolledBack(async (ctx) => {
      const editor = await memberContext(ctx, 'editor')
      expect(() => allowMailDomain(editor)).toThrow('does not allow')
      await allowMailDomain(await memberContext(ctx, 'admin'))
      expect(await stopped(ctx)).toBeNull()
      expect(await domainState(ctx)).toMatchObject({ ok: false, allowedAt: expect.any(Date) })
      expect(await auditOf(ctx, 'mail.allow')).toHaveLength(1)
    }))

  test('wait again when MAIL_FROM is of another domain than was looked at', () =>
    rolledBack(async (ctx) => {
      await ctx.db
        .insert(settings)
        .values({ name: 'mail_domain_allowed', value: { domain: 'other.example', at: new Date() } })
      expect(await stopped(ctx)).toEqual({ why: 'domain', until: null })
    }))
})

test('where no operator’s e-mail is set, nobody reads what is answered, and that is said', () =>
  rolledBack(async (ctx) => {
    expect(await checkAnswers(ctx)).toMatchObject({ ok: false, found: expect.stringContaining('letters@example.org') })
    for (const [email, ok] of [
      ['office@example.org', true],
      ['office@example.org, second@example.org', false],
    ] as const) {
      await operatorSetting.keep(ctx, { name: 'Example', address: '', email })
      expect(await checkAnswers(ctx)).toMatchObject({ ok })
    }
  }))
