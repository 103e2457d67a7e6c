import { z } from 'zod'
import { roles } from '@/db/schema/index'
import { typedEmail } from '@/lib/kernel/email-address'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { logoGrounds } from '@/lib/settings/logo-on-page'

/**
 * A team member's e-mail as typed: one form of it, lower case, so that it is found again. Without a dot in the domain
 * too: the first administrator may be admin@localhost.
 */
export const staffEmail = typedEmail('Enter an e-mail address', { dotless: true }).transform((email) =>
  email.toLowerCase(),
)

/** The role that a member of the team is given. */
export const chosenRole = z.object({ role: z.enum(roles, { error: 'Choose a role' }) })

/** Who is invited, and as what. */
export const invitation = z.object({ email: staffEmail, ...chosenRole.shape })
export type Invitation = z.infer<typeof invitation>

/** How the installation calls itself, and in From of what it mails; both can be left empty. */
export const installationInput = z.object({
  site: atMost(60),
  sender: atMost(60),
})

function atMost(most: number) {
  return typedText(oneLine, most, `This can be at most ${most} characters`)
}

const filled = (missing: string, most: number, clean: (text: string) => string) =>
  typedText(clean, most, `This can be at most ${most} characters`, missing)

/** Who runs the installation, as an administrator enters it: every part is needed. */
export const operatorInput = z.object({
  name: filled('Enter the name of the organisation', 120, oneLine),
  address: filled('Enter the postal address', 300, manyLines),
  email: staffEmail,
})
export type OperatorInput = z.infer<typeof operatorInput>

/** How a logo stands on a page: what it says to those who do not see it, and on what ground. */
export const logoInput = z.object({
  alt: atMost(200),
  ground: z.enum(['auto', ...logoGrounds]).catch('auto'),
})
