import { expect, test } from 'vitest'
import { writerLines } from '@/emails/_components/sent-letter'
import { deliverLetter } from '@/lib/delivery/testing'
import { seal } from '@/lib/kernel/secrets/crypto'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { exportByEmail } from '@/lib/privacy/export'
import { purge } from '@/lib/privacy/purge'
import { findLetter } from './find'
import { unsealText } from './sealed-text'
import { sentLetter } from './sent-letter'
import { confirmedLetter, mailFrom, onCampaign } from './testing'

const ABROAD = 'Calle Mayor 1\n28013 Madrid\n\nSpain'
const PHONE = '+34 600 000 000'

test('a voter abroad is read with both addresses and their number by the MP, exported with them, and they go with the text', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, email } = await confirmedLetter(ctx, campaign, { abroad: ABROAD, phone: PHONE })
    await deliverLetter(ctx, id)
    const [message] = await mailFrom(email)
    const block = [
      'Registered to vote at:\n7 Quince Row\nLondon\nSW1A 0AA',
      'Living at present at:\nCalle Mayor 1\n28013 Madrid\nSpain',
      `Telephone: ${PHONE}`,
    ].join('\n')
    expect(message?.text).toContain(block)
    for (const line of block.split('\n')) expect(message?.html).toContain(line)
    expect(await exportByEmail(ctx, email)).toMatchObject([{ letter: { text: { abroad: ABROAD, phone: PHONE } } }])
    ctx.setNow(new Date(NOON.getTime() + 30 * DAY))
    await purge(ctx)
    const left = JSON.stringify([await findLetter(ctx, id), await exportByEmail(ctx, email)])
    expect(left).not.toMatch(/Calle|600 000/)
  }))

test('a letter from before either was asked for opens as it was', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const before = { subject: 'Buses', body: 'Help.', address1: '7 Quince Row', address2: '', town: 'London' }
  const text = unsealText(seal(JSON.stringify(before), 'letter', id), id)
  const person = { name: 'Anna', email: 'anna@example.org', postcode: 'SW1A 0AA' }
  expect(writerLines(sentLetter(person, text, null))).toEqual([
    'Anna',
    '7 Quince Row',
    'London',
    'SW1A 0AA',
    'anna@example.org',
  ])
})
