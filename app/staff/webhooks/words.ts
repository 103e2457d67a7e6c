import type { WebhookEvent, WebhookFault, WebhookOffReason } from '@/db/schema/index'
import type { DeliveryState } from '@/lib/webhooks/staff/deliveries'

/** What an endpoint is told. */
export function toldWords(events: readonly WebhookEvent[]): string {
  return events.includes('supporter.confirmed') ? 'Who confirms, and who leaves' : 'Only who leaves'
}

export const offWords: Record<WebhookOffReason, string> = {
  staff: 'Switched off by staff',
  gone: 'Switched off: the receiver answered 410, which means that it wants no more',
  failing: 'Switched off: nothing got through for five days',
}

const faultWords: Record<WebhookFault, string> = {
  address: 'leads to a private address: nothing was sent',
  dns: 'the name was not found',
  tls: 'no secure connection: look at the certificate',
  connection: 'no connection, or broken off',
  timeout: 'no answer within 10 seconds',
  unreadable: 'answered something that is not HTTP',
  redirect: 'redirects: these are not followed',
  gone: 'wants no more',
  status: 'refused',
}

/** How an attempt ended: "204", or "302: redirects …". */
export function endWords({ status, fault }: { status: number | null; fault: WebhookFault | null }): string {
  return [status, fault && faultWords[fault]].filter((part) => part !== null).join(': ')
}

export const stateWords: Record<DeliveryState, string> = {
  waiting: 'waits',
  delivered: 'delivered',
  failed: 'failed',
  dropped: 'not sent',
}

const eventWords: Record<string, string> = {
  'supporter.confirmed': 'Confirmed',
  'supporter.left': 'Left',
  'webhook.test': 'Test',
}

/** "Left (erased)". */
export function whatWords({ event, reason }: { event: string; reason: string }): string {
  const what = eventWords[event] ?? event
  return reason ? `${what} (${reason})` : what
}
