import '@/lib/kernel/node-env'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { checkAnswers } from '@/lib/mailer/preflight/check-answers'
import { checkMessage, checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import type { Check } from '@/lib/mailer/preflight/dns-records'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { allowMailDomain } from '@/lib/staff/allow-mail-domain'
import { parsedArguments } from './arguments'
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
    const faults = checks.filter((check) => check && !check.ok).length
    if (faults > 0) throw new ExpectedFailure(`${faults === 1 ? 'One thing is' : `${faults} things are`} not in order.`)
  })
}

/** Colour only for a person at a terminal, and never alone. */
function linesOf({ name, ok, found, todo }: Check): string[] {
  const mark = ok ? 'ok   ' : 'fault'
  const shown = process.stdout.isTTY ? `\u001b[${ok ? 32 : 31}m${mark}\u001b[0m` : mark
  return [`${shown}  ${name}: ${found}`, ...(todo ? [`       ${todo}`] : [])]
}

function allow(): Promise<void> {
  return withDatabase(async (ctx) => {
    await allowMailDomain(ctx)
    const { domain } = await domainState(ctx)
    process.stdout.write(`Letters go from ${domain} although it is not in order. The dashboard keeps saying so.\n`)
  })
}

await runCommand(mail)
