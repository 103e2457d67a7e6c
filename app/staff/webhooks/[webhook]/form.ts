// State: one copy in a process.
import { textOf } from '@/app/_server/forms/fields'
import type { LeavesTo, Left } from '@/app/_server/forms/form-answer'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { parseLondonTime } from '@/lib/kernel/time/london-time'
import { removeWebhook } from '@/lib/webhooks/staff/remove'
import { replayFailed } from '@/lib/webhooks/staff/replay'
import { rotateSecret } from '@/lib/webhooks/staff/rotate'
import { testWebhook } from '@/lib/webhooks/staff/send-test'
import { switchWebhookOff, switchWebhookOn } from '@/lib/webhooks/staff/switch-on-off'

/** Where the page finds the first secret, from the form that adds a webhook. */
export const added: LeavesTo<Left<'secret', 'added'>> = {}

const test = staffForm({
  verb: 'webhooks.set',
  address: ['webhook'],
  answer: async ({ ctx, address: { webhook } }) => {
    if (!(await testWebhook(ctx, webhook))) throw new Refusal('not-found', 'There is no such webhook.')
    return backTo(webhook, 'test')
  },
})

const off = staffForm({
  verb: 'webhooks.set',
  address: ['webhook'],
  answer: async ({ ctx, address: { webhook } }) => {
    await switchWebhookOff(ctx, webhook)
    return backTo(webhook, 'off')
  },
})

const on = staffForm({
  verb: 'webhooks.set',
  address: ['webhook'],
  answer: async ({ ctx, address: { webhook } }) => {
    await switchWebhookOn(ctx, webhook)
    return backTo(webhook, 'on')
  },
})

const remove = staffForm({
  verb: 'webhooks.set',
  address: ['webhook'],
  answer: async ({ ctx, address: { webhook } }) => {
    await removeWebhook(ctx, webhook)
    return { redirect: '/staff/webhooks?done=removed' }
  },
})

export const rotate = staffForm({
  verb: 'webhooks.set',
  address: ['webhook'],
  answer: async ({ ctx, sent, address: { webhook: id } }) => {
    const madeAt = new Date(textOf(sent, 'made'))
    const endOldNow = textOf(sent, 'old') === 'ends'
    const secret = Number.isNaN(madeAt.getTime()) ? null : await rotateSecret(ctx, { id, madeAt, endOldNow })
    if (secret) return left('rotated', { secret })
    return again({}, [{ field: 'rotate', message: 'The secret was replaced meanwhile: nothing was changed just now' }])
  },
})

const replay = staffForm({
  verb: 'webhooks.replay',
  address: ['webhook'],
  answer: async ({ ctx, sent, address: { webhook } }) => {
    const delivery = textOf(sent, 'delivery')
    return replayed(webhook, isId(delivery) ? await replayFailed(ctx, webhook, { delivery }) : 0)
  },
})

export const replaySince = staffForm({
  verb: 'webhooks.replay',
  address: ['webhook'],
  answer: async ({ ctx, sent, address: { webhook } }) => {
    const typed = textOf(sent, 'since')
    const since = parseLondonTime(`${typed}T00:00`)
    if (since) return replayed(webhook, await replayFailed(ctx, webhook, { since }))
    return again({ since: typed }, [{ field: 'since', message: 'Enter a date like 2026-11-24' }])
  },
})

/** What is done to one webhook, on its page. */
export const form = staffForms({ test, off, on, rotate, replay, 'replay-since': replaySince, remove })

function backTo(webhook: string, done: string) {
  return { redirect: `/staff/webhooks/${webhook}?done=${done}` }
}

function replayed(webhook: string, many: number) {
  return { redirect: `/staff/webhooks/${webhook}?done=replayed&many=${many}` }
}
