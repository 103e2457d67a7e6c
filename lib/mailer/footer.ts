import type { FooterProps } from '@/emails/_components/footer'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { installationName } from '@/lib/settings/installation'
import { namedOperator } from '@/lib/settings/operator'

/** What stands at the head and the foot of every e-mail to a person: the installation's name, and who runs it. */
export async function mailFooter(ctx: Pick<Context, 'db'>): Promise<FooterProps> {
  return {
    operator: await namedOperator(ctx),
    site: await installationName(ctx),
    privacyUrl: `${env().appUrl}/privacy`,
  }
}
