import type { FooterProps } from './_components/footer'
import type { Message } from './_components/message'
import type { SentLetter } from './_components/sent-letter'
import { letterToMpEmail } from './letter-to-mp'
import { directoryTroubleEmail } from './to-staff/directory-trouble'
import { figuresDifferEmail } from './to-staff/figures-differ'
import { figuresDigestEmail } from './to-staff/figures-digest'
import { milestoneEmail } from './to-staff/milestone'
import { newReleaseEmail } from './to-staff/new-release'
import { publishingCalledOffEmail } from './to-staff/publishing-called-off'
import { secondFactorEmail } from './to-staff/second-factor'
import { staffAlertEmail } from './to-staff/staff-alert'
import { staffInvitationEmail } from './to-staff/staff-invitation'
import { staffSignInEmail } from './to-staff/staff-sign-in'
import { syncWaitsEmail } from './to-staff/sync-waits'
import { webhookOffEmail } from './to-staff/webhook-off'
import { alreadySignedEmail } from './to-writer/already-signed'
import { askAboutReplyEmail } from './to-writer/ask-about-reply'
import { confirmEmail } from './to-writer/confirm'
import { copyToSupporterEmail } from './to-writer/copy-to-supporter'
import { couldNotBeDeliveredEmail } from './to-writer/could-not-be-delivered'
import { heldEmail } from './to-writer/held'
import { myDataLinkEmail } from './to-writer/my-data-link'
import { releasedEmail } from './to-writer/released'
import { reminderEmail } from './to-writer/reminder'
import { waitEndsEmail } from './to-writer/wait-ends'

const TOKEN = 'q3Zr8VtN1yLwKp0cXhJ5uBsAa7mDfGe2RkTo9iYl4nPw'
const address = 'https://letters.example.org'
const lettersUrl = `${address}/staff/letters`
const seatUrl = `${address}/staff/directory/seats?find=Ann+Example`
const keepingUrl = `${address}/staff/settings#keeping`

/** What the installation of the samples calls itself. */
export const sampleSite = 'Letters for Example'

const footer: FooterProps = {
  site: sampleSite,
  operator: {
    name: 'Example Campaigns',
    address: '1 Sample Street\nLondon\nN1 1AA',
    email: 'privacy@example.org',
  },
  privacyUrl: `${address}/privacy`,
}

export const sampleLetter: SentLetter = {
  subject: 'Please ask for the number 7 bus to be kept',
  salutation: 'Dear Rachel Blake,',
  body: [
    'My grandmother has no car. The number 7 takes her to the hospital on Tuesdays; since the last timetable she waits two hours to come home.',
    'The company says that the evening buses may go altogether, and many here have no other way to work. I ask you to write to the Transport Secretary, and to press the government to pay for evening buses in towns like ours.',
    'I would be glad to know what you decide to do.',
  ].join('\n\n'),
  signOff: 'Yours sincerely,',
  name: 'Jane Okafor',
  address: ['Flat 4, 12 Example Street', 'London'],
  postcode: 'SW1A 1AA',
  email: 'jane.okafor@example.com',
}

const note = `Sent through ${sampleSite} by a constituent, going by their home postcode, who confirmed their e-mail address. Written with the help of the campaign “Ask your MP to keep our evening buses”. About half of its wording is their own.`
const person = { name: 'Jane Okafor', campaignTitle: 'Ask your MP to keep our evening buses' }
const seat = { mpName: 'Rachel Blake', constituency: 'Cities of London and Westminster' }
const confirm = {
  ...footer,
  ...person,
  ...seat,
  becomes: 'sent' as const,
  confirmUrl: `${address}/confirm/${TOKEN}`,
  code: '482913',
  notMeUrl: `${address}/not-me/${TOKEN}`,
  expires: new Date('2020-10-19T13:05:00Z'),
  keptDays: 7,
}
const statusUrl = `${address}/letters/${TOKEN}`
const printUrl = `${address}/campaigns/evening-buses/print/${TOKEN}`
const myDataUrl = `${address}/my-data`
const sentAt = new Date('2020-10-13T09:32:00Z')
const waiting = { ...footer, ...person, statusUrl, myDataUrl, waitsAtMost: '180 days' }
const released = { ...seat, mpParty: 'Labour (Co-op)' }
const waitEnds = {
  ...footer,
  constituency: seat.constituency,
  confirmedAt: sentAt,
  endsAt: new Date('2021-04-11T09:00:00Z'),
  erasedAt: new Date('2021-05-09T09:00:00Z'),
  letter: sampleLetter,
  printUrl,
  statusUrl,
  myDataUrl,
}
const again = {
  ...footer,
  ...person,
  ...seat,
  enteredAt: new Date('2020-10-20T08:00:00Z'),
  myDataUrl,
  notMeUrl: confirm.notMeUrl,
}
const undelivered = { ...footer, ...seat, letter: sampleLetter, triedAt: sentAt, printUrl, statusUrl, myDataUrl }
const ask = {
  ...footer,
  ...person,
  ...seat,
  recipientAsk: 'to press the government to pay for evening buses',
  sentAt,
  repliedUrl: `${address}/replied/${TOKEN}`,
  answers: ['Yes, a real answer', 'Only an acknowledgement', 'No', 'I did not expect one'].map((label, at) => ({
    label,
    url: `${address}/replied/${TOKEN}?answer=${['real-answer', 'acknowledgement', 'no', 'not-expected'][at]}`,
  })),
  unsubscribeUrl: `${address}/replied/${TOKEN}?stop=1`,
}

const calledOff = {
  ...footer,
  campaignTitle: person.campaignTitle,
  version: 12,
  at: sentAt,
  publishUrl: `${address}/staff/campaigns/4f6c/publish`,
}

const signIn = {
  email: 'sam@example.org',
  signInUrl: `${address}/staff/sign-in/open?token=${TOKEN}`,
  expires: new Date('2020-10-13T10:00:00Z'),
}

/** Every message with sample facts, for tests and for looking at them. */
export const previews: Record<string, Message> = {
  confirm: confirmEmail(confirm),
  'confirm-vacant': confirmEmail({
    ...confirm,
    becomes: 'kept',
    mpName: null,
    constituency: 'Holborn and St Pancras',
    operator: null,
  }),
  'confirm-to-post': confirmEmail({ ...confirm, becomes: 'to-post' }),
  reminder: reminderEmail({ ...confirm, writtenAt: new Date('2020-10-12T13:05:00Z') }),
  'reminder-to-post': reminderEmail({
    ...confirm,
    becomes: 'to-post',
    writtenAt: new Date('2020-10-12T13:05:00Z'),
  }),
  'letter-to-mp': letterToMpEmail({
    letter: sampleLetter,
    note,
    verifyUrl: `${address}/verify/${TOKEN}`,
  }),
  'copy-to-supporter': copyToSupporterEmail({
    ...footer,
    ...seat,
    campaignTitle: person.campaignTitle,
    mpEmail: 'rachel.blake.mp@example.org',
    note,
    letter: sampleLetter,
    sentAt,
    chases: false,
    statusUrl,
    myDataUrl,
  }),
  'already-signed': alreadySignedEmail({
    ...again,
    because: { kind: 'same-person', letterAt: sentAt, statusUrl, ...seat },
  }),
  'already-signed-household': alreadySignedEmail({ ...again, because: { kind: 'household-full' } }),
  'could-not-be-delivered': couldNotBeDeliveredEmail({
    ...undelivered,
    reason: 'no-such-address',
    serverSaid: '550 5.1.1 The e-mail account that you tried to reach does not exist',
  }),
  'could-not-be-delivered-suppressed': couldNotBeDeliveredEmail({
    ...undelivered,
    reason: 'suppressed',
    serverSaid: null,
  }),
  'could-not-be-delivered-gave-up': couldNotBeDeliveredEmail({ ...undelivered, reason: 'gave-up', serverSaid: null }),
  'could-not-be-delivered-staff': couldNotBeDeliveredEmail({
    ...undelivered,
    reason: 'staff',
    serverSaid: 'The letter was written in another person’s name.',
  }),
  'held-vacant': heldEmail({ ...waiting, constituency: 'Holborn and St Pancras', held: { reason: 'vacant' } }),
  'held-dissolved': heldEmail({ ...waiting, constituency: 'Aldershot', held: { reason: 'dissolved' } }),
  'held-review': heldEmail({ ...waiting, constituency: 'Aldershot', held: { reason: 'review' } }),
  'held-unsettled': heldEmail({ ...waiting, constituency: 'Aldershot', held: { reason: 'unsettled' } }),
  'held-returned': heldEmail({ ...waiting, constituency: 'Aldershot', held: { reason: 'returned' } }),
  'held-blocked': heldEmail({ ...waiting, constituency: 'Aldershot', held: { reason: 'blocked' } }),
  'held-no-email': heldEmail({
    ...waiting,
    constituency: 'New Forest East',
    held: {
      reason: 'no-email',
      mpName: 'Sir Julian Lewis',
      letter: { ...sampleLetter, salutation: 'Dear Sir Julian Lewis,' },
      printUrl,
      hasWaited: false,
    },
  }),
  'held-no-address-yet': heldEmail({
    ...waiting,
    constituency: 'Bath',
    held: { reason: 'no-address-yet', mpName: 'Ann Example', gone: false, until: new Date('2020-10-20T09:00:00Z') },
  }),
  'held-no-address-came': heldEmail({
    ...waiting,
    constituency: 'Bath',
    held: {
      reason: 'no-email',
      mpName: 'Ann Example',
      letter: { ...sampleLetter, salutation: 'Dear Ann Example,' },
      printUrl,
      hasWaited: true,
    },
  }),
  'wait-ends-vacant': waitEndsEmail({ ...waitEnds, mpName: null, waitsFor: 'mp', hasEnded: false }),
  'wait-ends-no-address-yet': waitEndsEmail({
    ...waitEnds,
    mpName: 'Rachel Blake',
    waitsFor: 'address',
    hasEnded: false,
  }),
  'wait-ends-no-email': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'writer', hasEnded: false }),
  'wait-ends-review': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'staff', hasEnded: false }),
  'wait-ends-returned': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'returned', hasEnded: false }),
  'wait-ends-blocked': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'block', hasEnded: false }),
  'wait-ends-turn': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'turn', hasEnded: false }),
  'wait-ended-vacant': waitEndsEmail({ ...waitEnds, mpName: null, waitsFor: 'mp', hasEnded: true }),
  'wait-ended-no-email': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'writer', hasEnded: true }),
  'wait-ended-unsettled': waitEndsEmail({ ...waitEnds, mpName: 'Rachel Blake', waitsFor: 'certainty', hasEnded: true }),
  released: releasedEmail({ ...waiting, ...released, waitedFor: 'mp' }),
  'released-has-address': releasedEmail({ ...waiting, ...released, waitedFor: 'address' }),
  'released-was-to-post': releasedEmail({ ...waiting, ...released, waitedFor: 'writer' }),
  'new-release': newReleaseEmail({
    ...footer,
    name: 'NSPL November 2026',
    trouble: null,
    directoryUrl: `${address}/staff/directory`,
  }),
  'directory-failed': directoryTroubleEmail({
    ...footer,
    kind: 'failed',
    words: 'The Members API answered with status 500. Nothing was changed.',
    directoryUrl: `${address}/staff/directory`,
  }),
  'directory-old': directoryTroubleEmail({
    ...footer,
    kind: 'old',
    words: 'The postcodes are those of NSPL May 2026, more than 120 days old: those of new homes are missing.',
    directoryUrl: `${address}/staff/directory`,
  }),
  'directory-strange': directoryTroubleEmail({
    ...footer,
    kind: 'strange',
    words:
      'The Members API names constituencies that the directory does not have: Aberavon Maesteg (Ann Example). Their seats stay as they were; all others were read.',
    directoryUrl: `${address}/staff/directory`,
  }),
  'sync-held': syncWaitsEmail({
    ...footer,
    touched: 402,
    seats: 650,
    newMembers: 398,
    left: 402,
    vacant: 5,
    reasons: ['402 seats would get another MP, none, or another e-mail, more than a tenth at once'],
    directoryUrl: `${address}/staff/directory`,
  }),
  'ask-about-reply': askAboutReplyEmail({ ...ask, round: 'first' }),
  'ask-about-reply-last': askAboutReplyEmail({ ...ask, round: 'last' }),
  'figures-digest': figuresDigestEmail({
    ...footer,
    every: 'day',
    from: sentAt,
    day: sentAt,
    dashboardUrl: `${address}/staff/dashboard`,
    stopUrl: `${address}/stop-figures/abc`,
    campaigns: [
      {
        title: 'Ask your MP to keep our evening buses',
        supporters: 148,
        facts: {
          Supporters: '148 (97 before that)',
          'Supporters in all': '1,204; the goal shown is 2,000',
          'Letters accepted': '131',
          'Letters that bounced': '2',
          'Real answers': '6',
          'Only acknowledgements': '7',
          'Page views': 'not known',
          'Letters held now': '4',
        },
        held: ['by a rule against abuse: 3', 'the seat is vacant: 1'],
        places: [
          { name: 'Bath', supporters: 12 },
          { name: 'Ynys Môn', supporters: 9 },
        ],
      },
    ],
  }),
  'milestone-letters': milestoneEmail({
    ...footer,
    campaign: 'Ask your MP to keep our evening buses',
    milestone: { kind: 'letters', letters: 1000 },
    dashboardUrl: `${address}/staff/dashboard`,
  }),
  'milestone-nation': milestoneEmail({
    ...footer,
    campaign: 'Ask your MP to keep our evening buses',
    milestone: { kind: 'nation', nation: 'Wales', mps: 32 },
    dashboardUrl: `${address}/staff/dashboard`,
  }),
  'figures-differ': figuresDifferEmail({
    ...footer,
    differences: 2,
    examples: ['evening-buses, E14001080, confirmed: was 7, is 6'],
  }),
  'publishing-called-off': publishingCalledOffEmail({
    ...calledOff,
    why: 'cancelled',
    by: 'kim@example.org',
    faults: [],
  }),
  'publishing-called-off-no-right': publishingCalledOffEmail({ ...calledOff, why: 'no-right', by: null, faults: [] }),
  'publishing-called-off-own-role': publishingCalledOffEmail({ ...calledOff, why: 'own-role', by: null, faults: [] }),
  'publishing-called-off-faulty': publishingCalledOffEmail({
    ...calledOff,
    why: 'faulty',
    by: null,
    faults: ['Story: there is no page “/campaigns/gone” here to link to.'],
  }),
  'staff-alert-queue': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: { kind: 'queue', since: sentAt },
  }),
  'staff-alert-held': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: {
      kind: 'held',
      letters: 3,
      oldest: sentAt,
      reasons: [
        { letters: 2, why: 'by a rule against abuse' },
        { letters: 1, why: 'nobody knows whether it was sent' },
      ],
    },
  }),
  'staff-alert-bounces': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: { kind: 'bounces', sent: 412, bounced: 31 },
  }),
  'staff-alert-mp': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: { kind: 'mp-bounces', mpName: 'Rachel Blake' },
  }),
  'staff-alert-complaint': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: { kind: 'complaint' },
  }),
  'staff-alert-purge': staffAlertEmail({ ...footer, lettersUrl, keepingUrl, seatUrl, alert: { kind: 'purge' } }),
  'staff-alert-blocked': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: {
      kind: 'blocked',
      domain: 'example.org',
      said: '550 5.7.1 Service unavailable; Client host [192.0.2.39] blocked using Spamhaus',
      held: 412,
    },
  }),
  'staff-alert-blocked-writers': staffAlertEmail({
    ...footer,
    lettersUrl,
    keepingUrl,
    seatUrl,
    alert: { kind: 'blocked-writers', said: '550 5.7.606 Access denied, banned sending IP [192.0.2.39]', many: 31 },
  }),
  'staff-sign-in': staffSignInEmail({ ...footer, ...signIn }),
  'staff-invitation': staffInvitationEmail({
    ...footer,
    email: signIn.email,
    role: 'editor',
    signInPage: `${address}/staff/sign-in`,
    campaigns: null,
    by: 'Jane Okafor',
    link: { url: signIn.signInUrl, expires: signIn.expires },
  }),
  'staff-invitation-organisation': staffInvitationEmail({
    ...footer,
    email: signIn.email,
    role: 'editor',
    signInPage: `${address}/staff/sign-in`,
    campaigns: ['Save our library', 'A safe crossing for School Lane'],
    by: 'Jane Okafor',
    link: null,
  }),
  'second-factor-added': secondFactorEmail({
    ...footer,
    change: 'app-added',
    email: 'sam@example.org',
    isForOther: false,
    at: sentAt,
    accountUrl: `${address}/staff/account`,
  }),
  'passkey-refused': secondFactorEmail({
    ...footer,
    change: 'passkey-refused',
    email: 'sam@example.org',
    isForOther: false,
    at: sentAt,
    accountUrl: `${address}/staff/account`,
  }),
  'second-factor-reset': secondFactorEmail({
    ...footer,
    change: 'reset',
    email: 'sam@example.org',
    isForOther: true,
    at: sentAt,
    accountUrl: `${address}/staff/account`,
  }),
  'webhook-off-failing': webhookOffEmail({
    ...footer,
    host: 'crm.example.org',
    why: 'failing',
    since: sentAt,
    webhookUrl: `${address}/staff/webhooks/4f6c`,
  }),
  'webhook-off-gone': webhookOffEmail({
    ...footer,
    host: 'crm.example.org',
    why: 'gone',
    since: null,
    webhookUrl: `${address}/staff/webhooks/4f6c`,
  }),
  'my-data-link': myDataLinkEmail({
    ...footer,
    email: 'jane.okafor@example.com',
    myDataUrl: `${address}/my-data/${TOKEN}`,
    expires: new Date('2020-10-13T10:00:00Z'),
  }),
}
