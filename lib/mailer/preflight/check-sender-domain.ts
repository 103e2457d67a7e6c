import { createHmac, randomUUID } from 'node:crypto'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { escaped } from '@/lib/kernel/escape-html'
import { sendMail } from '@/lib/mailer/send'
import { SendFailure } from '@/lib/mailer/send-failure'
import { installationName } from '@/lib/settings/installation'
import type { Check } from './check'
import { type Dns, liveDns } from './dns'
import { checkDomain } from './dns-records'
import { domainState, keepChecks, senderDomain } from './domain-state'
import { sentFrom } from './sent-from'

/** Looks at the sender's domain and keeps what it finds; nothing where no mail leaves this machine. */
export async function checkSenderDomain(ctx: Context, dns: Dns = liveDns): Promise<Check[]> {
  const { waived } = await domainState(ctx)
  if (waived) return []
  const { resendApiKey, mailDkimSelector } = ctx.env
  const checks = await checkDomain(
    {
      domain: senderDomain(ctx.env),
      transport: resendApiKey ? 'resend' : 'smtp',
      selector: mailDkimSelector ?? (resendApiKey ? 'resend' : null),
      sentFrom: () => sentFrom(ctx.env, dns),
    },
    dns,
  )
  await keepChecks(ctx, checks)
  return checks
}

export const checkMailDomainJob = defineJob('check-mail-domain', nothing, (ctx) => checkSenderDomain(ctx))

/** Sends a test message, and says whether the mail service took it. */
export async function checkMessage(ctx: Context, to: string): Promise<Check> {
  const site = await installationName(ctx)
  const text = `This is a test message of ${site}. That you read it means that its mail arrives.`
  const todo = 'See what the mail service said, and whether its key, its address and MAIL_FROM are right.'
  try {
    const message = { subject: `A test message of ${site}`, text, html: `<body><p>${escaped(text)}</p></body>` }
    const { providerId } = await sendMail(ctx, { key: `preflight ${randomUUID()}`, to, ...message })
    return { name: 'Test message', ok: true, found: `taken as ${providerId}: see that it arrives`, todo: null }
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    return { name: 'Test message', ok: false, found: error.message, todo }
  }
}

/** Posts a signed event to our own address, as the mail service would; null where there is no such service. */
export async function checkWebhook(ctx: Pick<Context, 'env'>): Promise<Check | null> {
  const { resendApiKey, resendWebhookSecret: secret, appUrl } = ctx.env
  if (!resendApiKey) return null
  const address = `${appUrl}/api/mail-events`
  const line = (ok: boolean, found: string, todo: string | null): Check => ({ name: 'Webhook', ok, found, todo })
  if (!secret)
    return line(false, 'no secret', `Add a webhook to ${address} with Resend, and set RESEND_WEBHOOK_SECRET.`)
  const todo = `See that ${address} can be reached from outside, and that RESEND_WEBHOOK_SECRET is the secret that Resend shows.`
  const body = JSON.stringify({ type: 'dear-mp.preflight', created_at: new Date().toISOString(), data: {} })
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...signed(body, secret) },
      signal: AbortSignal.timeout(10_000),
    })
    return response.ok
      ? line(true, 'an event went there and was taken', null)
      : line(false, `it answered ${response.status}`, todo)
  } catch (error) {
    return line(false, error instanceof Error ? error.message : String(error), todo)
  }
}

function signed(body: string, secret: string): Record<string, string> {
  const id = `preflight-${randomUUID()}`
  const timestamp = `${Math.floor(Date.now() / 1000)}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
}
