import type { FooterProps } from '@/emails/_components/footer'
import type { Context } from '../kernel/context'
import { env } from '../kernel/env'
import { installationName } from '../kernel/installation'
import { namedOperator } from '../kernel/operator'

/** What stands at the head and the foot of every e-mail to a person: the installation's name, and who runs it. */
export async function mailFooter(ctx: Pick<Context, 'db'>): Promise<FooterProps> {
  return {
    operator: await namedOperator(ctx),
    site: await installationName(ctx),
    privacyUrl: `${env().appUrl}/privacy`,
  }
}
