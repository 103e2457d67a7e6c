import type { AuditVerb } from '@/lib/audit/verbs'
import { ownOf } from '@/lib/kernel/own-property'

/** What the audit calls things, in words. What an older version wrote down is shown as it is. */
const words: Record<AuditVerb, string> = {
  'account.end-session': 'ended a session of their own',
  'api-keys.create': 'made a key for programs',
  'api-keys.revoke': 'revoked a key for programs',
  'audit.export': 'took the audit out as CSV',
  'campaign.close': 'closed a campaign',
  'campaign.create': 'made a campaign',
  'campaign.end-preview-links': 'ended the links to previews',
  'campaign.pause': 'paused a campaign',
  'campaign.preview-link': 'gave out a link to a preview',
  'campaign.publish': 'published',
  'campaign.reopen': 'opened a campaign again',
  'campaign.resume': 'let a campaign go on',
  'campaign.save': 'saved a draft',
  'campaign.schedule': 'set a time to publish at',
  'campaign.set': 'changed a campaign’s settings',
  'campaign.unschedule': 'took back a time to publish at',
  'contacts.export': 'began to take contacts out as CSV',
  'contacts.export-end': 'has taken contacts out as CSV',
  'directory.confirm-sync': 'took over changes of MPs that waited',
  'directory.discard-sync': 'discarded changes of MPs that waited',
  'directory.hold-sync': 'held many changes of MPs back',
  'directory.sync': 'brought the MPs up to date',
  'figures.digest': 'changed whether the figures come by e-mail',
  'figures.recount': 'counted the figures anew',
  'import-members': 'brought in MPs from a file',
  'import-postcodes': 'brought in a release of postcodes',
  'import-splits': 'brought in postcodes of several constituencies',
  'keys.drop': 'left a data key out',
  'keys.reseal': 'sealed stored values anew',
  'keys.rotate': 'put a new data key in front',
  'letters.fail': 'ended letters unsent',
  'letters.genuine': 'brought letters back as genuine',
  'letters.hold': 'held letters',
  'letters.not-genuine': 'marked letters as not genuine',
  'letters.open': 'opened a letter',
  'letters.pause': 'stopped sending',
  'letters.release': 'released held letters',
  'letters.resume': 'let sending go on',
  'letters.send-again': 'sent letters again',
  'letters.set-held-words': 'changed the words that hold a letter',
  'letters.set-mail-domains': 'changed the lists of mail domains',
  'letters.set-review-rules': 'changed the rules that hold a letter',
  'letters.try-again': 'let mail go to a domain again',
  'mail.allow': 'allowed the sender’s domain',
  'mail.allow-mailbox': 'let mail go to a mailbox again',
  'privacy.erase': 'erased a person’s data',
  'privacy.export': 'gave out a person’s data',
  'privacy.purge': 'erased what was kept long enough',
  'settings.set': 'changed a setting',
  'settings.set-operator': 'named the operator',
  'switches.set': 'switched off or on',
  'team.first-admin': 'made the first administrator',
  'team.invite': 'invited',
  'team.invite-again': 'invited again',
  'team.remove': 'removed from the team',
  'team.set-role': 'changed a role',
  'team.sign-in': 'signed in',
  'team.withdraw': 'withdrew an invitation',
  'webhooks.add': 'added a webhook',
  'webhooks.remove': 'removed a webhook',
  'webhooks.replay': 'sent messages of a webhook again',
  'webhooks.rotate': 'made a new secret for a webhook',
  'webhooks.switch-off': 'switched a webhook off',
  'webhooks.switch-on': 'switched a webhook on',
  'webhooks.test': 'sent a test to a webhook',
}

export function verbWords(verb: string): string {
  return ownOf(words, verb) ?? verb
}

/** `team.` as "Team". */
export function areaWords(area: string): string {
  const name = area.replace(/\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
