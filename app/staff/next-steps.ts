import type { Role } from '@/db/schema/index'
import type { StaffVerb } from '@/lib/audit/verbs'
import { verbs } from '@/lib/audit/verbs'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstCampaign } from '@/lib/content/first-campaign'
import { dayOfBounces } from '@/lib/delivery/alerts/alert-rules'
import { directoryAges } from '@/lib/directory/age/ages'
import { syncTrouble } from '@/lib/directory/sync/trouble'
import type { Context } from '@/lib/kernel/context'
import { counted, longDate } from '@/lib/kernel/text'
import { countForPerson } from '@/lib/letters/held-for-person'
import { mailLeaves } from '@/lib/mailer/mail-leaves'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { copyOfKeys } from '@/lib/privacy/keys/copied'
import { lastPurge } from '@/lib/privacy/last-purge'
import { namedOperator } from '@/lib/settings/operator'
import { switchedOff } from '@/lib/settings/switches/is-off'
import { isOwnCampaign } from '@/lib/staff/own-campaigns'
import { actorId } from '@/lib/staff/own-id'
import { adminsWithoutFactor } from '@/lib/staff/second-factor/admins-without'
import { countMembers } from '@/lib/staff/team/count-members'
import { switchWords } from './switch-words'

/** Letters that wait for a person are counted up to so many. */
export const HELD_MOST = 1000

/**
 * Something that the team has to do, or has done. `urgent`: people wait for it. `mark`: how much there is of it, in a
 * word. Who may open `href` may do it.
 */
export type Step = {
  id: string
  title: string
  says: string
  href: string
  way: string
  verb: StaffVerb
  state: 'urgent' | 'todo' | 'done'
  mark?: string | undefined
}

/** What there is to do on this installation, and on the campaigns that the actor works on; what people wait for first, and what is done. */
export async function nextSteps(ctx: Context): Promise<Step[]> {
  const steps = (await Promise.all([waiting(ctx), mail(ctx), directory(ctx), campaigns(ctx), team(ctx)])).flat()
  const order: Step['state'][] = ['urgent', 'todo', 'done']
  return steps.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** For whom a step is: the least of the roles that may do it. */
export function ownerOf({ verb }: Pick<Step, 'verb'>): Role {
  const { roles }: { roles: readonly Role[] } = verbs[verb]
  return (['campaigner', 'editor', 'admin'] as const).find((role) => roles.includes(role)) ?? 'admin'
}

async function waiting(ctx: Context): Promise<Step[]> {
  const [held, { bounced }, off, purge] = await Promise.all([
    countForPerson(ctx, HELD_MOST),
    dayOfBounces(ctx),
    switchedOff(ctx),
    lastPurge(ctx),
  ])
  return [
    {
      id: 'held',
      title: 'Letters that wait for a person',
      says:
        held > 0
          ? 'They go nowhere until somebody has looked. Release each, send it again, or let it fail.'
          : 'None waits.',
      href: '/staff/letters?look=1',
      way: 'Look at them',
      verb: 'letters.see',
      state: held > 0 ? 'urgent' : 'done',
      mark: held > 0 ? (held >= HELD_MOST ? `${HELD_MOST} or more` : `${held}`) : undefined,
    },
    {
      id: 'bounces',
      title: 'Letters that came back',
      says:
        bounced > 0
          ? 'Within the last 24 hours. See why, and whether an address is wrong.'
          : 'None came back in the last 24 hours.',
      href: '/staff/letters?state=bounced',
      way: 'See them',
      verb: 'letters.see',
      state: bounced > 0 ? 'todo' : 'done',
      mark: bounced > 0 ? `${bounced}` : undefined,
    },
    ...off.map(
      ({ name }): Step => ({
        id: `switch-${name}`,
        title: `${switchWords[name].label}: switched off`,
        says: switchWords[name].paused,
        href: '/staff/switches',
        way: 'See the switches',
        verb: 'switches.see',
        state: 'urgent',
        mark: 'off',
      }),
    ),
    ...(purge && purge.failed.length > 0
      ? [
          {
            id: 'purge',
            title: 'Not everything was erased in time',
            says: 'Something that supporters were promised would be erased by now is not.',
            href: '/staff/settings#keeping',
            way: 'See what is left',
            verb: 'settings.see',
            state: 'urgent',
          } as const,
        ]
      : []),
  ]
}

async function mail(ctx: Context): Promise<Step[]> {
  const [operator, { ok, allowedAt, domain }] = await Promise.all([namedOperator(ctx), domainState(ctx)])
  const { mailIsLocal } = ctx.env
  return [
    {
      id: 'operator',
      title: 'Say who runs this',
      says: operator
        ? `${operator.name} is named on every page and in every e-mail.`
        : `The law asks for a name and an address on every page and e-mail${mailIsLocal ? '.' : ', and no letter goes to an MP before there is one.'}`,
      href: '/staff/settings',
      way: operator ? 'See it' : 'Name the operator',
      verb: 'settings.see',
      state: operator ? 'done' : mailIsLocal ? 'todo' : 'urgent',
    },
    {
      id: 'mail',
      title: 'Set up real mail',
      says: mailIsLocal
        ? 'Mail goes into the local mailbox, and nowhere else: nobody gets any. Set MAIL_FROM and a mail service where this installation is started.'
        : 'Mail leaves this machine.',
      href: '/staff/mail',
      way: 'See how mail goes',
      verb: 'mail.see',
      state: mailIsLocal ? 'todo' : 'done',
    },
    ...(mailIsLocal
      ? []
      : [
          {
            id: 'domain',
            title: 'The records of the sender’s domain',
            says: ok
              ? `Those of ${domain} are in order.`
              : allowedAt
                ? `Those of ${domain} are not in order: letters go, but may be taken for spam.`
                : `Those of ${domain} are not in order: no letter goes to an MP.`,
            href: '/staff/mail',
            way: ok ? 'See them' : 'See what to do',
            verb: 'mail.see',
            state: ok ? 'done' : allowedAt ? 'todo' : 'urgent',
          } as const,
        ]),
  ]
}

async function directory(ctx: Context): Promise<Step[]> {
  const [{ mps, postcodes }, trouble] = await Promise.all([directoryAges(ctx), syncTrouble(ctx)])
  const stale = [mps?.old, trouble?.words, postcodes?.old].filter((line) => typeof line === 'string')
  return [
    {
      id: 'postcodes',
      title: 'Bring in every postcode',
      says: postcodes
        ? `${postcodes.name} is in use.`
        : 'This installation knows a few hundred postcodes; the others are asked of public services, or chosen by name.',
      href: '/staff/directory#postcodes',
      way: postcodes ? 'See the postcodes' : 'Bring them in',
      verb: 'directory.see',
      state: postcodes ? 'done' : 'todo',
    },
    {
      id: 'directory',
      title: 'MPs and postcodes up to date',
      says: stale.length > 0 ? stale.join(' ') : 'Nothing in the directory is out of date.',
      href: '/staff/directory',
      way: 'See the directory',
      verb: 'directory.see',
      state: stale.length > 0 ? 'todo' : 'done',
    },
  ]
}

async function campaigns(ctx: Context): Promise<Step[]> {
  const listed = await listCampaigns({ ...ctx, actor: { kind: 'system' } })
  const all = listed.filter(({ id }) => isOwnCampaign(ctx, id))
  const own = all.filter(({ slug }) => slug !== firstCampaign.slug)
  const live = own.filter(({ state }) => state === 'live')
  const sample = all.find(({ slug, state }) => slug === firstCampaign.slug && state === 'live')
  const done = live.length > 0
  return [
    {
      id: 'campaign',
      title: 'Your first campaign',
      says: done
        ? `${counted(live.length, 'campaign of yours is', 'campaigns of yours are')} live.`
        : own.length > 0
          ? 'It is begun. Write what is missing, and publish it.'
          : `Begin an empty one${all.length > 0 ? ', or begin from a copy of the sample' : ''}.`,
      href: own.length > 0 ? '/staff/campaigns' : '/staff/campaigns/new',
      way: own.length > 0 ? 'See your campaigns' : 'Begin a campaign',
      verb: own.length > 0 ? 'campaigns.see' : 'campaigns.create',
      state: done ? 'done' : 'todo',
    },
    ...(sample && mailLeaves(ctx.env)
      ? [
          {
            id: 'sample',
            title: 'The sample is live',
            says: `“${sample.name}” came with the program, and everybody can write by it. Take it down, if it is not yours.`,
            href: `/staff/campaigns/${sample.id}`,
            way: 'See it',
            verb: 'campaigns.see',
            state: 'todo',
          } as const,
        ]
      : []),
  ]
}

async function team(ctx: Context): Promise<Step[]> {
  const [members, copied, without] = await Promise.all([countMembers(ctx), copyOfKeys(ctx), adminsWithoutFactor(ctx)])
  const isOwn = without.includes(actorId(ctx) ?? '')
  return [
    {
      id: 'keys',
      title: 'Keep a copy of the keys elsewhere',
      says: copied
        ? `It is said to be kept since ${longDate(copied.at)}.`
        : 'What is sealed, names and letters among it, cannot be opened without them, whatever copies of the database there are.',
      href: '/staff/settings#keys',
      way: copied ? 'See where they are' : 'See what to copy',
      verb: 'settings.see',
      state: copied ? 'done' : 'todo',
    },
    {
      id: 'second-factor',
      title: 'A second factor for administrators',
      says:
        without.length === 0
          ? 'No administrator is let in by a link in an e-mail alone.'
          : `${counted(without.length, 'administrator is', 'administrators are')} let in by a link in an e-mail alone: whoever reads that mailbox sees and changes everything.`,
      href: isOwn ? '/staff/account/second-factor' : '/staff/team',
      way: isOwn ? 'Set up yours' : 'See the team',
      verb: 'team.see',
      state: without.length === 0 ? 'done' : 'todo',
      mark: without.length > 0 ? `${without.length}` : undefined,
    },
    {
      id: 'team',
      title: 'Invite your team',
      says:
        members > 1
          ? `${counted(members, 'person', 'people')} are on it.`
          : 'You are the only one. Whoever is alone cannot be let in again by anybody.',
      href: '/staff/team',
      way: members > 1 ? 'See the team' : 'Invite somebody',
      verb: 'team.see',
      state: members > 1 ? 'done' : 'todo',
    },
  ]
}
