import { postcodeFacts } from '@/db/schema/index'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { grouped } from '@/lib/kernel/text'
import { adviceFor } from './advice'

/** Prints where a person who has just started the installation finds things, and what it lacks. */
export async function whereToLook(ctx: Context): Promise<void> {
  const { appUrl, mailIsLocal } = env()
  const places = [
    ['The page', appUrl],
    ['Staff sign-in', `${appUrl}/staff/sign-in`],
    ...(mailIsLocal ? [['Local mailbox', `${appUrl}/dev/mailbox`]] : []),
  ]
  for (const line of adviceFor(env())) console.log(line)
  if (!(await currentRelease(ctx))) places.push(['Postcodes', await postcodesLine(ctx)])
  for (const [name = '', address] of places) console.log(`${name.padEnd(14)} ${address}`)
}

async function postcodesLine(ctx: Context): Promise<string> {
  const known = await ctx.db.$count(
    ctx.db.selectDistinct({ postcode: postcodeFacts.postcode }).from(postcodeFacts).as('known'),
  )
  return `${grouped(known)} are known here; for all of them run: npm run directory -- fetch-postcodes`
}
