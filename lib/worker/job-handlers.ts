import type { JobHelpers, TaskList } from 'graphile-worker'
import { callOffOf } from '@/lib/campaigns/publishing/call-off-when-role-lost'
import { publishScheduledJob } from '@/lib/campaigns/publishing/schedule'
import { tellCalledOffJob } from '@/lib/campaigns/publishing/tell-called-off'
import { alertStaffJob } from '@/lib/delivery/alerts/raise-alerts'
import { holdBlocked } from '@/lib/delivery/blocks/hold-what-waits'
import { releaseBlocked } from '@/lib/delivery/blocks/release-blocked'
import { holdBlockedJob, releaseBlockedJob, sendAlertJob, sendCopyJob } from '@/lib/delivery/jobs'
import { actOnLettersJob } from '@/lib/delivery/queue/carry-on-bulk-acts'
import { tellOfAgesJob } from '@/lib/directory/age/tell-of-ages'
import { readElectionsJob } from '@/lib/directory/elections/read-elections'
import { fetchPostcodesJob } from '@/lib/directory/fetch/fetch-job'
import { lookForReleaseJob } from '@/lib/directory/fetch/look-for-release'
import { releaseHeldJob, tellReleaseJob, tellSyncHeldJob, tellTroubleJob } from '@/lib/directory/jobs'
import { syncNowJob } from '@/lib/directory/sync/sync-job'
import { sendDueDigestsJob } from '@/lib/figures/digest/send-daily-digests'
import { sendDigestJob, tellMilestoneJob, tellRecountJob } from '@/lib/figures/jobs'
import { findMilestonesJob } from '@/lib/figures/milestones'
import { recountFiguresJob } from '@/lib/figures/roll-up/recount-nightly'
import { type HandledJob, handles } from '@/lib/jobs/define-job'
import { withoutValues } from '@/lib/kernel/faults/plain-error'
import { traced } from '@/lib/kernel/traces'
import {
  askAboutReplyJob,
  sendConfirmationJob,
  tellFailedJob,
  tellHeldJob,
  tellReleasedJob,
  tellWaitEndsJob,
} from '@/lib/letters/jobs'
import { measureSharesAgainJob } from '@/lib/letters/proof/measure-shares-again'
import { sketchAgainJob } from '@/lib/letters/review/sketch-again'
import { releaseHeld } from '@/lib/letters/waiting/release-held'
import { checkMailDomainJob } from '@/lib/mailer/preflight/check-sender-domain'
import { contextFor } from '@/lib/mailer/process-context'
import { sendPreviewJob } from '@/lib/messages/previews/send-preview'
import { sendAlert } from '@/lib/messages/to-staff/alert'
import { sendDigest } from '@/lib/messages/to-staff/digest'
import { tellMilestone } from '@/lib/messages/to-staff/milestone'
import { tellRecount } from '@/lib/messages/to-staff/recount'
import { findToSignIn, sendSignInLink } from '@/lib/messages/to-staff/send-sign-in-link'
import { tellDirectoryTrouble } from '@/lib/messages/to-staff/tell-directory-trouble'
import { tellRelease } from '@/lib/messages/to-staff/tell-release'
import { tellSecondFactor } from '@/lib/messages/to-staff/tell-second-factor'
import { tellSyncWaits } from '@/lib/messages/to-staff/tell-sync-waits'
import { tellWebhookOff } from '@/lib/messages/to-staff/webhook-off'
import { askAboutReply } from '@/lib/messages/to-writer/ask-about-reply'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendCopy, tellHeld } from '@/lib/messages/to-writer/copy-and-held'
import { tellFailed } from '@/lib/messages/to-writer/failed'
import { sendMyDataLinkJob } from '@/lib/messages/to-writer/my-data-link'
import { tellReleased } from '@/lib/messages/to-writer/released'
import { tellWaitEnds } from '@/lib/messages/to-writer/wait-ends'
import { findMyDataJob } from '@/lib/privacy/ask-for-my-data-link'
import { purgeJob } from '@/lib/privacy/purge'
import { callOffPublishingJob, findToSignInJob, sendSignInLinkJob, tellFactorJob } from '@/lib/staff/jobs'
import { catchUpWebhookJob } from '@/lib/webhooks/catch-up'
import { tellWebhookOffJob } from '@/lib/webhooks/jobs'
import { syncMembersJob } from './sync-nightly'
import { syncWhenDueJob } from './sync-when-due'

/** Every job, with the verb that does it: those of one room by themselves, the others joined to a verb further right. */
export const handledJobs: readonly HandledJob[] = [
  actOnLettersJob,
  alertStaffJob,
  catchUpWebhookJob,
  checkMailDomainJob,
  fetchPostcodesJob,
  findMilestonesJob,
  findMyDataJob,
  lookForReleaseJob,
  measureSharesAgainJob,
  publishScheduledJob,
  purgeJob,
  readElectionsJob,
  recountFiguresJob,
  sendDueDigestsJob,
  sendMyDataLinkJob,
  sendPreviewJob,
  sketchAgainJob,
  syncMembersJob,
  syncNowJob,
  syncWhenDueJob,
  tellCalledOffJob,
  tellOfAgesJob,
  handles(askAboutReplyJob, (ctx, { letterId, again }) => askAboutReply(ctx, letterId, again)),
  handles(callOffPublishingJob, callOffOf),
  handles(findToSignInJob, (ctx, { emailHash, to }) => findToSignIn(ctx, emailHash, to)),
  handles(holdBlockedJob, (ctx) => holdBlocked(ctx)),
  handles(releaseBlockedJob, (ctx) => releaseBlocked(ctx)),
  handles(releaseHeldJob, (ctx) => releaseHeld(ctx)),
  handles(sendAlertJob, sendAlert),
  handles(sendConfirmationJob, (ctx, { letterId, reminder }) => sendConfirmation(ctx, letterId, reminder)),
  handles(sendCopyJob, (ctx, { letterId }) => sendCopy(ctx, letterId)),
  handles(sendDigestJob, sendDigest),
  handles(sendSignInLinkJob, sendSignInLink),
  handles(tellFailedJob, (ctx, { letterId }) => tellFailed(ctx, letterId)),
  handles(tellHeldJob, (ctx, { letterId }) => tellHeld(ctx, letterId)),
  handles(tellMilestoneJob, tellMilestone),
  handles(tellRecountJob, tellRecount),
  handles(tellReleasedJob, (ctx, { letterId }) => tellReleased(ctx, letterId)),
  handles(tellReleaseJob, tellRelease),
  handles(tellFactorJob, tellSecondFactor),
  handles(tellSyncHeldJob, tellSyncWaits),
  handles(tellTroubleJob, tellDirectoryTrouble),
  handles(tellWaitEndsJob, (ctx, { letterId }) => tellWaitEnds(ctx, letterId)),
  handles(tellWebhookOffJob, tellWebhookOff),
]

/** What the queue calls for each kind of job. */
export const taskList: TaskList = Object.fromEntries(
  handledJobs.map(({ kind, take }) => [
    kind,
    (payload: unknown, { abortSignal }: JobHelpers) =>
      traced({ name: `job ${kind}`, kind: 'consumer' }, () =>
        take(contextFor({ kind: 'system' }), payload, abortSignal),
      ).catch((error: unknown) => {
        // The queue keeps what an error says, in a row and in its own lines.
        throw withoutValues(error)
      }),
  ]),
)
