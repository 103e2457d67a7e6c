import { campaignSlugs, campaigns } from '@/db/schema/index'
import { contentFaults } from '@/lib/content/faults'
import { type FieldFault, fieldFault } from '@/lib/content/fields/field-fault'
import { periodAdvice } from '@/lib/content/keeping-periods/advice'
import type { EditorPart } from '@/lib/content/parts/field'
import { whoIsMeantFaults } from '@/lib/content/who-is-meant'
import { allSeats } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { namedOperator } from '@/lib/settings/operator'
import type { Both } from '@/lib/writing/draft-as-letter-type'
import type { LetterFigures } from '@/lib/writing/lint/letter-figures'
import { lintInTurn } from '@/lib/writing/lint/lint-in-turn'

/** A piece of advice; `both` are the wordings that it is about, with the words that stand in both. */
export type Advised = FieldFault & { both?: Both }
/** What was found in a draft: faults keep it from going live, advice does not. `field` is an id in the editor. */
export type DraftFindings = { faults: FieldFault[]; advice: Advised[]; figures: LetterFigures[] }

const SEAT = /^groups\.\d+\.seats\.\d+$/

/** Looks over a draft: the schema, its links, and the letters that it makes, each finding beside its field. */
export async function draftFindings(ctx: Context, content: unknown): Promise<DraftFindings> {
  const slugs = await ctx.db
    .select({ slug: campaigns.slug })
    .from(campaigns)
    .unionAll(ctx.db.select({ slug: campaignSlugs.slug }).from(campaignSlugs))
  const refused = contentFaults(
    content,
    slugs.map(({ slug }) => slug),
  )
  const { findings, figures } = await lintInTurn(content)
  const beside = (path: string, message: string) => fieldFault(content, { path, message })
  const nobody = whoIsMeantFaults(content, await allSeats(ctx))
  // Said by its line and name, not as a code that it is not.
  const isSaid = (path: string) => SEAT.test(path) && nobody.some((one) => path.startsWith(`${one.path}.`))
  const faults = [
    ...nobody.map(({ path, message }) => beside(path, message)),
    ...refused.filter(({ path }) => !isSaid(path)).map(({ path, message }) => beside(path, message)),
    ...findings
      .filter(({ field }) => !isSaid(field))
      .filter(({ weight }) => weight === 'fault')
      .map(({ field, message }) => beside(field, message)),
  ]
  return {
    faults: faults.filter((one, at) => faults.findIndex((each) => same(each, one)) === at),
    advice: [
      ...findings
        .filter(({ weight }) => weight === 'advice')
        .map(({ field, message, both }) => ({ ...beside(field, message), ...(both && { both }) })),
      ...periodAdvice(content).map(({ path, message }) => beside(path, message)),
    ],
    figures,
  }
}

/** The advice that is about one part of the text, as the browser shows it. */
export function adviceOn({ id }: EditorPart, advice: readonly Advised[]) {
  return advice
    .filter(({ part }) => part === id)
    .map(({ field, message, both }) => ({ field, message, ...(both && { both }) }))
}

/** Why nothing may go live on this installation, whatever its text; `null` where nothing stands in the way. */
export async function installationFault(ctx: Context): Promise<string | null> {
  if (ctx.env.mailIsLocal || (await namedOperator(ctx))) return null
  return 'Nobody is named as running this site. Mail is real here, so an administrator has to name the operator under Settings first.'
}

function same(one: FieldFault, other: FieldFault): boolean {
  return one.field === other.field && one.message === other.message
}
