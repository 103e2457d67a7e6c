import { notice } from '@/lib/kernel/listen-notify'

/**
 * That what the public reads has changed, so that each process makes its public pages anew. The triggers `…_cached` tell of
 * every row of the same tables, and most of those show on no public page: the pages must not go at each setting.
 */
export const { tell: tellChanged, on: onChanged } = notice('campaigns_changed')
