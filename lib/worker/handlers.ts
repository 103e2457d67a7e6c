import type { JobHelpers, TaskList } from 'graphile-worker'
import { tellSyncHeld } from '../directory/sync/tell-held'
import { sendDigest } from '../figures/digest/send'
import { sendDueDigests } from '../figures/digest/send-due'
import { findMilestones } from '../figures/milestones'
import { recountNightly } from '../figures/recount-nightly'
import { tellMilestone } from '../figures/tell-milestone'
import { tellRecount } from '../figures/tell-recount'
import { enqueue, type Jobs } from '../jobs/enqueue'
import { type Context, contextFor } from '../kernel/context'
import { withoutValues } from '../kernel/plain-error'
import { alertStaff } from '../letters/alerts'
import { askAboutReply } from '../letters/ask-about-reply'
import { deliverLetter } from '../letters/deliver'
import { holdBlocked } from '../letters/delivery/hold-blocked'
import { releaseBlocked } from '../letters/delivery/release-blocked'
import { callOffOf } from '../letters/publishing/call-off-of'
import { tellCalledOff } from '../letters/publishing/called-off'
import { publishScheduled } from '../letters/publishing/schedule'
import { releaseHeld } from '../letters/release-held'
import { sendAlert } from '../letters/send-alert'
import { sendConfirmation } from '../letters/send-confirmation'
import { sendPreview } from '../letters/send-preview'
import { carryOn } from '../letters/staff/carry-on'
import { tellFailed } from '../letters/tell-failed'
import { tellReleased } from '../letters/tell-released'
import { tellWaitEnds } from '../letters/tell-wait-ends'
import { sendCopy, tellHeld } from '../letters/tell-writer'
import { checkSenderDomain } from '../mailer/preflight/run'
import { findMyData } from '../privacy/find-my-data'
import { purge } from '../privacy/purge'
import { sendMyDataLink } from '../privacy/send-link'
import { findToSignIn } from '../staff/find-to-sign-in'
import { sendSignInLink } from '../staff/send-sign-in-link'
import { catchUp } from '../webhooks/catch-up'
import { tellWebhookOff } from '../webhooks/tell-off'
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
