import '@/lib/kernel/node-env'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { checkAnswers } from '@/lib/mailer/preflight/check-answers'
import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { parsedArguments } from './arguments'
import { faultsOf, linesOf } from './check-lines'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run mail -- preflight [--to EMAIL]
  npm run mail -- allow`

async function mail(args: string[]): Promise<void> {
  const { words, options } = parsedArguments(args, ['to'], USAGE)
  const to = options.to === undefined ? undefined : emailIn(options.to)
  if (words.length !== 1 || (to !== undefined && !isEmail(to))) throw new WrongUsage(USAGE)
  if (words[0] === 'preflight') return preflight(to)
  if (words[0] === 'allow' && to === undefined) return allow()
  throw new WrongUsage(USAGE)
}

function preflight(to: string | undefined): Promise<void> {
  return withDatabase(async (ctx) => {
    const { waived } = await domainState(ctx)
    const checks = [
      ...(await checkSenderDomain(ctx)),
      await checkAnswers(ctx),
      await checkWebhook(ctx),
      to ? await checkMessage(ctx, to) : null,
    ]
    const lines = checks.flatMap((check) => (check ? linesOf(check) : []))
    if (waived) lines.unshift('Mail stays on this machine: there is no domain to look at.')
    process.stdout.write(`${lines.join('\n')}\n`)
    const faults = faultsOf(checks.filter((check) => check !== null))
    if (faults) throw new ExpectedFailure(faults)
  })
}

function allow(): Promise<void> {
  return withDatabase(async (ctx) => {
    await allowMailDomain(ctx)
    const { domain } = await domainState(ctx)
    process.stdout.write(`Letters go from ${domain} although it is not in order. The dashboard keeps saying so.\n`)
  })
}

await runCommand(mail)
