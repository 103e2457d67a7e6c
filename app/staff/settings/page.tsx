import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Context } from '@/lib/kernel/context'
import { heldWords } from '@/lib/letters/review/held-words'
import { mailDomains } from '@/lib/letters/review/mail-domains'
import { reviewRules } from '@/lib/letters/review/rules'
import { currentLimits, limitNames } from '@/lib/limits/current-limits'
import { spanOf } from '@/lib/limits/input'
import { puzzleSetting } from '@/lib/limits/puzzle/is-puzzle-asked'
import { unbelievedLately } from '@/lib/limits/untrusted-proxies'
import { currentKeeping } from '@/lib/privacy/how-long-kept'
import { copyOfKeys } from '@/lib/privacy/keys/copied'
import { lastPurge } from '@/lib/privacy/last-purge'
import { installationSetting } from '@/lib/settings/installation'
import { shortenable } from '@/lib/settings/keeping-periods'
import { type Logo, operatorLogo } from '@/lib/settings/logo'
import { namedOperator } from '@/lib/settings/operator'
import { privacyNoticeSetting } from '@/lib/settings/privacy-notice'
import { memberName } from '@/lib/staff/team/member-name'
import * as forms from './form'
import { HeldWordsPart } from './held-words-part'
import { InstallationPart } from './installation-part'
import { KeepingPart } from './keeping-part'
import { KeysPart } from './keys-part'
import { LimitsPart } from './limits-part'
import { LogoPart } from './logo-part'
import { MailDomainsPart } from './mail-domains-part'
import { OperatorPart } from './operator-part'
import { partState } from './part-state'
import { PrivacyNoticePart } from './privacy-notice-part'
import { PuzzlePart } from './puzzle-part'
import { ReviewRulesPart, reviewFigures } from './review-rules-part'
import { UnbelievedProxies } from './unbelieved-proxies'

export const metadata = { title: 'Settings' }

export default staffPage(
  { verb: 'settings.see', at: '/staff/settings', title: 'Settings' },
  async ({ ctx }, { saved }) => {
    const [kept, shown, purge, proxies, copied] = await Promise.all([
      everySetting(ctx),
      operatorLogo(ctx),
      lastPurge(ctx),
      unbelievedLately(ctx),
      copyOfKeys(ctx),
    ])
    const operator = partState(forms.operator, kept.operator, saved === 'operator')
    const logo = partState(forms.logo, logoFields(shown), saved === 'logo')
    const installation = partState(forms.installation, kept.installation, saved === 'installation')
    const limits = partState(forms.limits, kept.limits, saved === 'limits')
    const keeping = partState(forms.keeping, kept.keeping, saved === 'keeping')
    const words = partState(forms.heldWords, kept.words, saved === 'held-words')
    const rules = partState(forms.reviewRules, kept.rules, saved === 'review-rules')
    const domains = partState(forms.mailDomains, kept.domains, saved === 'mail-domains')
    const notice = partState(forms.privacyNotice, kept.notice, saved === 'privacy-notice')
    const puzzle = partState(forms.puzzle, kept.puzzle, saved === 'puzzle')
    const keys = partState(forms.keys, { copied: '' }, saved === 'keys')
    const by = copied?.by ? await memberName(ctx, copied.by) : null
    const parts = [installation, operator, notice, logo, limits, keeping, words, rules, domains, puzzle, keys]
    return (
      <div className="max-w-[46rem] space-y-9">
        <ErrorSummary faults={parts.flatMap(({ faults }) => faults)} />
        <UnbelievedProxies seen={proxies} />
        <nav aria-label="Parts of the settings">
          <ul className="flex flex-wrap gap-x-6">
            {jumps.map(({ id, label }) => (
              <li key={id}>
                <a className="link inline-flex min-h-target items-center" href={`#${id}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <InstallationPart {...installation} />
        <OperatorPart {...operator} />
        <PrivacyNoticePart {...notice} fallback={kept.operator.email} />
        <LogoPart {...logo} shown={shown} operator={kept.operator.name} site={kept.installation.site || null} />
        <KeepingPart {...keeping} purge={purge} />
        <HeldWordsPart {...words} />
        <ReviewRulesPart {...rules} />
        <MailDomainsPart {...domains} />
        <PuzzlePart {...puzzle} />
        <LimitsPart {...limits} />
        <KeysPart {...keys} copied={copied && { ...copied, by }} inFolder={ctx.env.dataKeysKept} />
      </div>
    )
  },
)

const jumps = [
  { id: 'installation', label: 'Names' },
  { id: 'operator', label: 'Who runs it' },
  { id: 'privacy-notice', label: 'Complaints and privacy notice' },
  { id: 'logo', label: 'Logo' },
  { id: 'keeping', label: 'How long things are kept' },
  { id: 'held-words', label: 'Words that hold a letter' },
  { id: 'review-rules', label: 'Rules that hold a letter' },
  { id: 'mail-domains', label: 'Mail domains' },
  { id: 'puzzle', label: 'A sum against programs' },
  { id: 'limits', label: 'Limits' },
  { id: 'keys', label: 'A copy of the keys' },
]

/** What is kept, as the fields of the forms show it. */
async function everySetting(ctx: Context) {
  const [operator, { name, sender }, notice, limits, keeping, words, rules, domains, { when, most }] =
    await Promise.all([
      namedOperator(ctx),
      installationSetting.read(ctx),
      privacyNoticeSetting.read(ctx),
      currentLimits(ctx),
      currentKeeping(ctx),
      heldWords(ctx),
      reviewRules(ctx),
      mailDomains(ctx),
      puzzleSetting.read(ctx),
    ])
  const limitFields = limitNames.flatMap((each) => [
    [each, String(limits[each].points)],
    [spanOf(each), String(limits[each].seconds)],
  ])
  return {
    operator: operator ?? { name: '', address: '', email: '' },
    installation: { site: name, sender },
    notice,
    limits: Object.fromEntries(limitFields) as Record<string, string>,
    keeping: printed(shortenable, keeping),
    words: { words: words.join('\n') },
    rules: { ...printed(reviewFigures, rules), address: rules.address ? 'yes' : '' },
    domains: { watch: domains.watch.join('\n'), block: domains.block.join('\n') },
    puzzle: { when, most: String(most) },
  }
}

/** A ground that nobody has chosen is the one that its colours ask for. */
function logoFields(shown: Logo | null) {
  const chosen = shown && shown.ground !== shown.measured
  return { alt: shown?.alt ?? '', ground: chosen ? shown.ground : 'auto', picture: '' }
}

function printed<const Name extends string>(
  names: readonly Name[],
  figures: Record<Name, number>,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, String(figures[name])])) as Record<Name, string>
}
