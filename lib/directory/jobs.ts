import { z } from 'zod'
import { declareJob, nothing } from '@/lib/jobs/define-job'
import { rowId } from '@/lib/kernel/id'

/** Letters that are held for want of an MP, or of an MP's e-mail address, are looked at again. */
export const releaseHeldJob = declareJob('release-held', nothing)

export const tellSyncHeldJob = declareJob('tell-sync-held', z.object({ syncId: rowId, staffId: z.string() }))

export const troubleKinds = ['failed', 'strange', 'old'] as const

/** Administrators are told once what is wrong with the directory; `about` is what makes it the same. */
export const tellTroubleJob = declareJob(
  'tell-directory-trouble',
  z.object({ staffId: z.string(), about: z.string(), kind: z.enum(troubleKinds), words: z.string() }),
)

/** `trouble`: why a newer release of postcodes could not be taken by itself; null where that was not tried. */
export const tellReleaseJob = declareJob(
  'tell-release',
  z.object({ staffId: z.string(), name: z.string(), trouble: z.string().nullable() }),
)
