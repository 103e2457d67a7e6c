import { notice } from '@/lib/kernel/listen-notify'

/** That what the public reads has changed, so that each process makes its public pages anew. */
export const { tell: tellChanged, on: onChanged } = notice('campaigns_changed')
