import type { JobHelpers, TaskList } from 'graphile-worker'
import { callOffOf } from '@/lib/campaigns/publishing/call-off-of'
import { tellCalledOff } from '@/lib/campaigns/publishing/called-off'
import { publishScheduled } from '@/lib/campaigns/publishing/schedule'
import { alertStaff } from '@/lib/delivery/alerts/raise'
import { holdBlocked } from '@/lib/delivery/blocks/hold'
import { releaseBlocked } from '@/lib/delivery/blocks/release'
import { deliverLetter } from '@/lib/delivery/deliver'
import { carryOn } from '@/lib/delivery/queue/carry-on'
import { sendDueDigests } from '@/lib/figures/digest/send-due'
import { findMilestones } from '@/lib/figures/milestones'
import { recountNightly } from '@/lib/figures/roll-up/recount-nightly'
import { enqueue, type Jobs } from '@/lib/jobs/enqueue'
import { type Context, contextFor } from '@/lib/kernel/context'
import { withoutValues } from '@/lib/kernel/faults/plain-error'
import { releaseHeld } from '@/lib/letters/waiting/release-held'
import { checkSenderDomain } from '@/lib/mailer/preflight/run'
import { sendPreview } from '@/lib/messages/previews/send-preview'
import { sendAlert } from '@/lib/messages/to-staff/alert'
import { sendDigest } from '@/lib/messages/to-staff/digest'
import { findToSignIn } from '@/lib/messages/to-staff/find-to-sign-in'
import { tellMilestone } from '@/lib/messages/to-staff/milestone'
import { tellRecount } from '@/lib/messages/to-staff/recount'
import { sendSignInLink } from '@/lib/messages/to-staff/send-sign-in-link'
import { tellSyncHeld } from '@/lib/messages/to-staff/tell-sync-waits'
import { tellWebhookOff } from '@/lib/messages/to-staff/webhook-off'
import { askAboutReply } from '@/lib/messages/to-writer/ask-about-reply'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendCopy, tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { sendMyDataLink } from '@/lib/messages/to-writer/my-data-link'
import { tellReleased } from '@/lib/messages/to-writer/released'
import { tellWaitEnds } from '@/lib/messages/to-writer/wait-ends'
import { findMyData } from '@/lib/privacy/find-my-data'
import { purge } from '@/lib/privacy/purge'
import { catchUp } from '@/lib/webhooks/catch-up'
import { syncNightly } from './sync-nightly'

/** `signal` is set off when the worker is told to stop: for what takes long. */
type Handlers = { [Kind in keyof Jobs]: (ctx: Context, payload: Jobs[Kind], signal: AbortSignal) => Promise<void> }

const handlers: Handlers = {
  'send-confirmation': (ctx, { letterId, reminder }) => sendConfirmation(ctx, letterId, reminder),
  'send-letter': async (ctx, { letterId }) => {
    const runAt = await deliverLetter(ctx, letterId)
    if (runAt)
      await enqueue(ctx, 'send-letter', { letterId }, { key: `letter ${letterId} later`, runAt, maxAttempts: 60 })
  },
  'send-copy': (ctx, { letterId }) => sendCopy(ctx, letterId),
  'tell-held': (ctx, { letterId }) => tellHeld(ctx, letterId),
  'tell-wait-ends': (ctx, { letterId }) => tellWaitEnds(ctx, letterId),
  'tell-failed': (ctx, { letterId }) => tellFailed(ctx, letterId),
  'tell-released': (ctx, { letterId }) => tellReleased(ctx, letterId),
  'ask-about-reply': (ctx, { letterId, again }) => askAboutReply(ctx, letterId, again),
  'find-my-data': (ctx, { emailHash }) => findMyData(ctx, emailHash),
  'find-to-sign-in': (ctx, { emailHash }) => findToSignIn(ctx, emailHash),
  'send-my-data-link': (ctx, { supporterId }) => sendMyDataLink(ctx, supporterId),
  'send-sign-in-link': (ctx, payload) => sendSignInLink(ctx, payload),
  'alert-staff': (ctx) => alertStaff(ctx),
  'check-mail-domain': async (ctx) => {
    await checkSenderDomain(ctx)
  },
  'send-alert': (ctx, payload) => sendAlert(ctx, payload),
  purge: async (ctx) => {
    await purge(ctx)
  },
  'release-held': async (ctx) => {
    await releaseHeld(ctx)
  },
  'act-on-letters': (ctx, _payload, signal) => carryOn(ctx, signal),
  'hold-blocked': async (ctx) => {
    await holdBlocked(ctx)
  },
  'release-blocked': async (ctx) => {
    await releaseBlocked(ctx)
  },
  'sync-members': (ctx, _payload, signal) => syncNightly(ctx, signal),
  'publish-scheduled': (ctx, { campaignId }) => publishScheduled(ctx, campaignId),
  'call-off-publishing': (ctx, payload) => callOffOf(ctx, payload),
  'tell-called-off': (ctx, payload) => tellCalledOff(ctx, payload),
  'send-preview': (ctx, payload) => sendPreview(ctx, payload),
  'tell-sync-held': (ctx, payload) => tellSyncHeld(ctx, payload),
  'recount-figures': (ctx) => recountNightly(ctx),
  'tell-recount': (ctx, payload) => tellRecount(ctx, payload),
  'find-milestones': (ctx) => findMilestones(ctx),
  'tell-milestone': (ctx, payload) => tellMilestone(ctx, payload),
  'send-due-digests': (ctx) => sendDueDigests(ctx),
  'send-digest': (ctx, payload) => sendDigest(ctx, payload),
  'catch-up-webhook': (ctx, { endpointId, since }) => catchUp(ctx, endpointId, new Date(since)),
  'tell-webhook-off': (ctx, payload) => tellWebhookOff(ctx, payload),
}

/** Every kind of job and the verb that does it. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(handlers).map(([kind, handle]) => [
    kind,
    (payload: unknown, { abortSignal }: JobHelpers) =>
      handle(contextFor({ kind: 'system' }), asQueued(payload), abortSignal).catch((error: unknown) => {
        // The queue keeps what an error says, in a row and in its own lines.
        throw withoutValues(error)
      }),
  ]),
)

// What a job carries was typed where it was queued, by `enqueue`; the database hands it back untyped.
function asQueued(payload: unknown): never {
  return payload as never
}
