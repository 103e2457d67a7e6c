import { contextFor } from '@/lib/mailer/process-context'
import { factorRequired } from '@/lib/staff/second-factor/required'
import type { Session } from '@/lib/staff/sign-in/sessions'

/** Whether somebody may do nothing more before they have set up a second factor: an administrator, where all need one. */
export async function mustSetUpFactor({ by, hasFactor, member }: Session): Promise<boolean> {
  if (by !== 'link' || hasFactor || member.role !== 'admin') return false
  return factorRequired.read(contextFor({ kind: 'system' }))
}
