import 'server-only'
import { countSteps, type StepAct } from '@/lib/figures/counting/next-steps'
import { currentExchange } from './exchange'

/** Counts that steps after a letter were shown or pressed, unless a program asks, or a browser that fetches ahead. */
export function countNextSteps(act: StepAct, campaignId: string, steps: readonly { id: string }[]): void {
  if (currentExchange().counts) countSteps(act, campaignId, steps)
}
