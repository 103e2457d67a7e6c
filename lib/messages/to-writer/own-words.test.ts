import { describe, expect, test } from 'vitest'
import { renderEmail } from '@/emails/render'
import { saidIn } from '@/emails/to-writer/said-in'
import { type WordedEmail, wordedEmails } from '@/emails/to-writer/worded-emails'
import { findPreview } from '@/lib/campaigns/preview/find-previewed-version'
import { publishDraft } from '@/lib/campaigns/publishing/publish'
import { onDraft } from '@/lib/campaigns/publishing/testing'
import { campaignContent } from '@/lib/content/content'
import { findSeat } from '@/lib/directory/lookup'
import { mailTo, VACANT, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import { previewMessage } from '@/lib/messages/previews/preview-message'
import { sendConfirmation } from './confirmation'

const names = Object.keys(wordedEmails) as WordedEmail[]
const OWN = {
  subject: 'Our word on {constituency}',
  opening: ['{constituency} has not been forgotten.', 'Second paragraph.'],
  closing: ['Warmly, the team'],
}

/** Its longest stretch that nothing is filled into. */
function fixedIn(text: string): string {
  return text.split(/ ?\{[a-z ]+\}/).reduce((one, other) => (other.length > one.length ? other : one))
}

describe.each(names)('the words of “%s”', (which) => {
  test('are the campaign’s where it has any, beside what always stands there, and else ours', () =>
    onDraft(async ({ ctx, campaign }) => {
      const preview = await findPreview(ctx, campaign.versionId)
      const seat = await findSeat(ctx, WESTMINSTER)
      if (!preview || !seat) throw new Error('There is no seat or version to show.')
      const rendered = async (emails: object | undefined) => {
        const content = { ...preview.content, emails }
        if (emails) campaignContent.shape.emails.parse(emails)
        const message = await previewMessage(ctx, { ...preview, content }, seat, which)
        if (message?.kind !== 'notice') throw new Error('It is no notice.')
        const { subject, text, html } = await renderEmail(message)
        return { subject, text: text.replace(/\s+/g, ' '), html, message }
      }
      const usual = await rendered(undefined)
      const own = await rendered({ [which]: OWN })
      const { subject, opening } = wordedEmails[which]
      const filled = subject.replace('{mp}', 'Rachel Blake MP')
      // Ours is shortened where a name makes it too long.
      expect(filled.length < 60 ? filled : filled.replace('Rachel Blake MP', 'your MP')).toContain(
        usual.subject.slice(0, 25),
      )
      for (const text of opening) expect(usual.text).toContain(fixedIn(text))
      expect(own.subject).toBe(`Our word on ${seat.name}`)
      for (const part of [own.text, own.html]) {
        for (const said of [`${seat.name} has not been forgotten.`, 'Second paragraph.', 'Warmly, the team'])
          expect(part).toContain(said)
      }
      if (opening[0]) expect(own.text).not.toContain(fixedIn(opening[0]))
      const kept = usual.message.blocks.filter(({ kind }) => kind !== 'paragraph')
      expect(own.message.blocks).toEqual(expect.arrayContaining(kept))
      expect(own.message.blocks.length).toBe(usual.message.blocks.length + 3 - opening.length)
      const foot = usual.text.slice(usual.text.lastIndexOf('You get this e-mail'))
      expect(own.text).toContain(foot)
    }))
})

test('what is sent has the words of the version that is live then; the MP who is not there is “your MP”', () =>
  onDraft(async ({ ctx, editor, campaign, save, draft }) => {
    const letter = await writtenLetter(ctx, campaign, { constituencyCode: VACANT })
    await save({ 'emails.confirm.subject': '{mp} waits for your letter', 'emails.confirm.opening': ['Only a draft.'] })
    const { id: versionId } = await draft()
    await publishDraft(editor, { campaignId: campaign.id, versionId, note: '' })
    await save({ 'emails.confirm.subject': 'A later draft' })
    await sendConfirmation(ctx, letter.id, false)
    const [mail] = await mailTo(letter.email)
    expect(mail?.subject).toBe('Your MP waits for your letter')
    expect(mail?.text).toContain('Only a draft.')
    expect(mail?.text).not.toContain('Your letter is written.')
  }))

test('a name that could pass for a message is not given to whoever gets the e-mail: ours stand there', () => {
  const emails = { copy: { subject: 'For you, {name}', opening: ['Dear {name}'] } }
  const said = saidIn('copy', { emails }, { name: 'Claim your prize www.example.com', mp: null })
  expect(said.subject('Ours')).toBe('Ours')
  expect(said.opening).toEqual([{ kind: 'paragraph', text: 'Thank you for writing.' }])
})
