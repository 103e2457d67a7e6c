import type { ReactNode } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign, writtenLetter } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { form as sentForm } from './campaigns/[slug]/sent/[token]/form'
import { form as confirmForm } from './confirm/[token]/form'
import ConfirmPage from './confirm/[token]/page'
import { form as lettersForm } from './letters/[token]/form'
import LetterPage from './letters/[token]/page'
import { form as eraseForm } from './my-data/[token]/form'
import { form as myDataForm } from './my-data/form'
import MyDataPage from './my-data/page'
import { form as repliedForm } from './replied/[token]/form'
import RepliedPage from './replied/[token]/page'
import { form as unsubscribeForm } from './unsubscribe/[token]/form'
import UnsubscribePage from './unsubscribe/[token]/page'

type Form = (sent: FormData, address: { slug: string; token: string }) => Promise<FormAnswer>
type Page = (props: {
  params: Promise<{ slug: string; token: string }>
  searchParams: Promise<Record<string, string>>
}) => ReactNode | Promise<ReactNode>
type Press = { form: Form; token: string; fields?: Record<string, string> }

const pages: Record<string, Page> = {
  confirm: ConfirmPage,
  letters: LetterPage,
  'my-data': MyDataPage,
  replied: RepliedPage,
  unsubscribe: UnsubscribePage,
}

let ctx: TestContext
let campaign: LiveCampaign
beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  ctx.setNow(new Date())
})

const written = (name: string, email: string) => writtenLetter(ctx, campaign, { name, email })
const signed = (name: string, email: string) => confirmedLetter(ctx, campaign, { name, email })
const linkTo = (purpose: Parameters<typeof makeLink>[1], { id }: { id: string }) =>
  makeLink(ctx, purpose, { letterId: id }, 7)

/** An answer to the question whether the MP replied. */
const replied = async (fields: Record<string, string>, before: Record<string, string>[] = []) => {
  const token = await linkTo('replied', await confirmedLetter(ctx, campaign))
  for (const each of before) await pressed({ form: repliedForm, token, fields: each })
  return { form: repliedForm, token, fields }
}

test.each<[says: string, wayOn: string | null, () => Promise<Press>]>([
  [
    'Your earlier letter stands',
    '/campaigns/SLUG',
    async () => {
      await signed('Ann Example', 'press.taken@example.org')
      return {
        form: confirmForm,
        token: await linkTo('confirm', await written('Ann Example', 'press.taken@example.org')),
      }
    },
  ],
  [
    'Your earlier letter stands',
    '/campaigns/SLUG',
    async () => {
      await signed('Jon Brown', 'press.same@example.org')
      const token = await linkTo('confirm', await written('Jan Brown', 'press.same@example.org'))
      return { form: confirmForm, token, fields: { person: 'same' } }
    },
  ],
  [
    'Two letters from this address already stand',
    '/campaigns/SLUG',
    async () => {
      for (const name of ['Ann', 'Ben']) await signed(name, 'press.full@example.org')
      return { form: confirmForm, token: await linkTo('confirm', await written('Cem', 'press.full@example.org')) }
    },
  ],
  [
    'This link has run out',
    '/campaigns/SLUG',
    async () => {
      const letter = await written('Ann', 'press.late@example.org')
      ctx.setNow(new Date(Date.now() - 8 * DAY))
      const token = await linkTo('confirm', letter)
      ctx.setNow(new Date())
      return { form: confirmForm, token }
    },
  ],
  ['Check your e-mail', null, async () => ({ form: myDataForm, token: '', fields: { email: 'ann@example.org' } })],
  [
    'Everything is erased',
    '/',
    async () => {
      await signed('Ann', 'press.erased@example.org')
      return { form: eraseForm, token: await makeLink(ctx, 'my-data', { emailHash: 'hash' }, 1) }
    },
  ],
  ['your answer is recorded', '/replied/TOKEN', () => replied({ answer: 'no' })],
  [
    'The team can read it now',
    '/replied/TOKEN',
    () => replied({ act: 'say', said: 'Yes.' }, [{ answer: 'real-answer' }]),
  ],
  ['We will not ask again', '/campaigns/SLUG', () => replied({ answer: 'stop' })],
  [
    'You get no more of these e-mails',
    '/campaigns/SLUG',
    async () => ({ form: unsubscribeForm, token: await linkTo('unsubscribe', await confirmedLetter(ctx, campaign)) }),
  ],
  [
    'We send you the link',
    '/letters/TOKEN',
    async () => ({ form: lettersForm, token: await linkTo('letter', await confirmedLetter(ctx, campaign)) }),
  ],
])('what says “%s” is a page to load again, and leads on', async (says, wayOn, prepared) => {
  const press = await prepared()
  const html = await pressed(press)
  expect(wordsIn(html)).toContain(says)
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const address = wayOn?.replace('SLUG', campaign.slug).replace('TOKEN', press.token)
  if (address) expect(main).toMatch(new RegExp(`href="${address}["?]`))
})

test('what a stranger may not know of a new address is said once, by the answer itself', async () => {
  const { token } = await written('Ann', 'press.changed@example.org')
  const answer = await asked(() => sentForm(formOf({ email: 'another@example.org' }), { slug: campaign.slug, token }))
  expect(answer).toMatchObject({ show: { done: 'changed' } })
})

/** What is shown after a form was sent: by the page that it leads to. */
async function pressed({ form, token, fields = {} }: Press): Promise<string> {
  const answer = await asked(() => form(formOf(fields), { slug: campaign.slug, token }))
  if (!('redirect' in answer)) throw new Error('It leads nowhere.')
  const { pathname, searchParams } = new URL(answer.redirect, 'http://localhost')
  const page = pages[pathname.split('/')[1] ?? '']
  if (!page) throw new Error(`No page is known at ${pathname}.`)
  const params = Promise.resolve({ slug: campaign.slug, token: pathname.split('/')[2] ?? '' })
  return asked(() => htmlOf(page({ params, searchParams: Promise.resolve(Object.fromEntries(searchParams)) })))
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

let callers = 0
function asked<T>(work: () => Promise<T>): Promise<T> {
  callers += 1
  return withExchange(newExchange({ clientAddress: `198.51.100.${callers}` }), work)
}
