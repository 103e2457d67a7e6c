import type { FooterProps } from '@/emails/_components/footer'
import type { Context } from '@/lib/kernel/context'
import { installationName } from '@/lib/settings/installation'
import { namedOperator } from '@/lib/settings/operator'

/** What stands at the head and the foot of every e-mail to a person: the installation's name, and who runs it. */
export async function mailFooter(ctx: Context): Promise<FooterProps> {
  return {
    operator: await namedOperator(ctx),
    site: await installationName(ctx),
    privacyUrl: `${ctx.env.appUrl}/privacy`,
  }
}
