import { expect, test } from 'vitest'
import { deliverLetter } from '@/lib/delivery/testing'
import { env } from '@/lib/kernel/env'
import { confirmedLetter, livingCampaign, writtenLetter } from '@/lib/letters/testing'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { checkMessage } from '@/lib/mailer/preflight/check-sender-domain'
import { installationSetting } from '@/lib/settings/installation'
import { keepSetting } from '@/lib/staff/keep-setting'
import { memberContext } from '@/lib/staff/testing'
import { sendSignInLink } from './to-staff/send-sign-in-link'
import { sendConfirmation } from './to-writer/confirmation'
import { sendCopy } from './to-writer/copy-and-held'

test('what an administrator calls the installation stands in every e-mail, to staff, supporters and MPs', async () => {
  const { ctx, campaign } = await livingCampaign()
  const admin = await memberContext(ctx, 'admin')
  await keepSetting(admin, installationSetting, { name: 'Letters for Artsakh', sender: '' })
  const before = (await readMailbox(env())).length
  const staffId = admin.actor.kind === 'staff' ? admin.actor.id : ''
  await sendSignInLink(ctx, { staffId, invited: false })
  await sendSignInLink(ctx, { staffId, invited: true })
  await checkMessage(ctx, 'admin@example.org')
  await sendConfirmation(ctx, (await writtenLetter(ctx, campaign)).id, false)
  const { id } = await confirmedLetter(ctx, campaign, { name: 'Ann Other', email: 'ann@example.org' })
  await deliverLetter(ctx, id)
  await sendCopy(ctx, id)
  const mail = (await readMailbox(env())).slice(0, -before || undefined)
  expect(mail).toHaveLength(6)
  for (const { subject, text, html, from } of mail) {
    expect(`${from} ${subject} ${text} ${html}`.match(/.{0,20}Dear MP/)).toBeNull()
    expect(text.includes('Letters for Artsakh') || html.includes('Letters for Artsakh')).toBe(true)
  }
  expect(mail.map(({ subject }) => subject)).toContain('Sign in to Letters for Artsakh')
  expect(mail.find(({ to }) => to.includes('parliament.uk'))?.text).toContain('Sent through Letters for Artsakh by')
})
