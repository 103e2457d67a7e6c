import type { Role } from '@/db/schema/index'
import { ownOf } from '@/lib/kernel/own-property'

const everyone = ['campaigner', 'editor', 'admin'] as const
const editors = ['editor', 'admin'] as const
const admins = ['admin'] as const

/**
 * How far what others than administrators may do reaches, for who works on some campaigns alone: to themselves; to a
 * campaign, which it is asked with; to several, of which it takes and shows theirs.
 */
type Reach = 'self' | 'campaign' | 'campaigns'
type Asked = { fresh?: true } & ({ roles: typeof admins } | { roles: typeof editors | typeof everyone; reach: Reach })
type Audited = { words: string }
export type AnyVerb = { roles?: readonly Role[]; fresh?: true; reach?: Reach; words?: string }

/**
 * What is done by name. `roles`: staff may ask for it, in these roles; the one place where this is decided. `fresh`: only
 * soon after they have proven who they are. `words`: the audit writes it down, and says so in these words.
 */
export const verbs = {
  'account.add-factor': { roles: everyone, reach: 'self', fresh: true },
  'account.end-session': { roles: everyone, reach: 'self', words: 'ended a session of their own' },
  'account.second-factor': { roles: everyone, reach: 'self', words: 'changed their second factor' },
  'account.remove-factor': { roles: everyone, reach: 'self', fresh: true },
  'account.see': { roles: everyone, reach: 'self' },
  'account.set-name': { roles: everyone, reach: 'self', words: 'changed their name' },
  'answers.export': { roles: admins, fresh: true, words: 'took out what supporters said of MPs’ answers as CSV' },
  'answers.open': { roles: admins, words: 'opened what a supporter said of an MP’s answer' },
  'answers.see': { roles: admins },
  'api-keys.create': { roles: admins, fresh: true, words: 'made a key for programs' },
  'api-keys.revoke': { roles: admins, words: 'revoked a key for programs' },
  'api-keys.see': { roles: admins },
  'audit.export': { roles: admins, fresh: true, words: 'took the audit out as CSV' },
  'audit.see': { roles: admins },
  'campaign.archive': { words: 'archived a campaign' },
  'campaign.close': { words: 'closed a campaign' },
  'campaign.closing-words': { words: 'changed what a closed campaign’s page says' },
  'campaign.create': { words: 'made a campaign' },
  'campaign.delete': { words: 'deleted a campaign' },
  'campaign.end-preview-links': { words: 'ended the links to previews' },
  'campaign.link': { words: 'made a link to a campaign' },
  'campaign.link-remove': { words: 'took a link to a campaign off the list' },
  'campaign.pause': { words: 'paused a campaign' },
  'campaign.preview-link': { words: 'gave out a link to a preview' },
  'campaign.publish': { words: 'published' },
  'campaign.reopen': { words: 'opened a campaign again' },
  'campaign.resume': { words: 'let a campaign go on' },
  'campaign.save': { words: 'saved a draft' },
  'campaign.schedule': { words: 'set a time to publish at' },
  'campaign.set': { words: 'changed a campaign’s settings' },
  'campaign.unarchive': { words: 'took a campaign out of the archive' },
  'campaign.unpublish': { words: 'took a campaign’s page down' },
  'campaign.unschedule': { words: 'took back a time to publish at' },
  'campaigns.create': { roles: editors, reach: 'campaigns' },
  'campaigns.edit': { roles: editors, reach: 'campaign' },
  'campaigns.publish': { roles: editors, reach: 'campaign' },
  'campaigns.see': { roles: editors, reach: 'campaign' },
  'campaigns.set': { roles: editors, reach: 'campaign' },
  'campaigns.spread': { roles: everyone, reach: 'campaign' },
  'contacts.export': { roles: admins, fresh: true, words: 'began to take contacts out as CSV' },
  'contacts.export-end': { words: 'has taken contacts out as CSV' },
  'directory.ask-sync': { words: 'asked for the MPs to be brought up to date' },
  'directory.compare-members': { words: 'uploaded a list of MPs to compare' },
  'directory.confirm': { roles: admins },
  'directory.discard-members': { words: 'discarded a list of MPs that was uploaded' },
  'directory.confirm-sync': { words: 'took over changes of MPs that waited' },
  'directory.discard-sync': { words: 'discarded changes of MPs that waited' },
  'directory.hold-sync': { words: 'held many changes of MPs back' },
  'directory.see': { roles: admins },
  'directory.northern-ireland': { words: 'chose whether Northern Ireland’s postcodes are kept here' },
  'directory.set-address': { words: 'set or cleared the address of an MP' },
  'directory.undo': { words: 'went back to what the directory had before' },
  'directory.sync': { words: 'brought the MPs up to date' },
  'figures.digest': { words: 'changed whether the figures come by e-mail' },
  'figures.export': { roles: everyone, reach: 'campaigns' },
  'figures.end-link': { words: 'called back a link to figures' },
  'figures.link': { words: 'gave out a link to figures' },
  'figures.recount': { words: 'counted the figures anew' },
  'figures.see': { roles: everyone, reach: 'campaigns' },
  'figures.share': { roles: everyone, reach: 'campaign' },
  'import-members': { words: 'brought in MPs from a file' },
  'import-postcodes': { words: 'brought in a release of postcodes' },
  'import-splits': { words: 'brought in postcodes of several constituencies' },
  'keys.drop': { words: 'left a data key out' },
  'keys.reseal': { words: 'sealed stored values anew' },
  'keys.rotate': { words: 'put a new data key in front' },
  'letters.act': { roles: admins },
  'letters.change-email': { roles: admins, words: 'gave a letter that waits to be confirmed another e-mail address' },
  'letters.confirm-again': { roles: admins, words: 'had the e-mail to confirm a letter sent again' },
  'letters.fail': { words: 'ended letters unsent' },
  'letters.genuine': { words: 'brought letters back as genuine' },
  'letters.hold': { words: 'held letters' },
  'letters.look-up': { roles: admins, words: 'looked up the letters of an e-mail address' },
  'letters.not-genuine': { words: 'marked letters as not genuine' },
  'letters.open': { roles: admins, words: 'opened a letter' },
  'letters.pause': { roles: admins, words: 'stopped sending' },
  'letters.release': { words: 'released held letters' },
  'letters.resume': { words: 'let sending go on' },
  'letters.see': { roles: admins },
  'letters.send-again': { words: 'sent letters again' },
  'letters.set-held-words': { roles: admins, words: 'changed the words that hold a letter' },
  'letters.set-mail-domains': { words: 'changed the lists of mail domains' },
  'letters.set-review-rules': { roles: admins, words: 'changed the rules that hold a letter' },
  'letters.try-again': { roles: admins, words: 'let mail go to a domain again' },
  'mail.allow': { roles: admins, words: 'allowed the sender’s domain' },
  'mail.allow-mailbox': { words: 'let mail go to a mailbox again' },
  'mail.check': { roles: admins },
  'mail.see': { roles: admins },
  'privacy.erase': { roles: admins, fresh: true, words: 'erased a person’s data' },
  'privacy.export': { words: 'gave out a person’s data' },
  'privacy.purge': { words: 'erased what was kept long enough' },
  'settings.see': { roles: admins },
  'settings.set': { roles: admins, words: 'changed a setting' },
  'settings.set-logo': { roles: admins, words: 'changed the operator’s logo' },
  'settings.set-operator': { roles: admins, words: 'named the operator' },
  'switches.see': { roles: admins },
  'switches.set': { roles: admins, words: 'switched off or on' },
  'team.first-admin': { words: 'made the first administrator' },
  'team.invite': { roles: admins, fresh: true, words: 'invited' },
  'team.invite-again': { words: 'invited again' },
  'team.join': { words: 'joined the team by the organisation’s sign-in' },
  'team.remove': { roles: admins, fresh: true, words: 'removed from the team' },
  'team.require-factor': { roles: admins, fresh: true, words: 'decided whether administrators need a second factor' },
  'team.reset-factor': { roles: admins, fresh: true, words: 'took away a member’s second factor' },
  'team.see': { roles: admins },
  'team.set-campaigns': { roles: admins, fresh: true, words: 'chose which campaigns a member works on' },
  'team.set-role': { roles: admins, fresh: true, words: 'changed a role' },
  'team.sign-in': { words: 'signed in' },
  'team.withdraw': { words: 'withdrew an invitation' },
  'webhooks.add': { words: 'added a webhook' },
  'webhooks.remove': { words: 'removed a webhook' },
  'webhooks.replay': { roles: admins, words: 'sent messages of a webhook again' },
  'webhooks.rotate': { words: 'made a new secret for a webhook' },
  'webhooks.see': { roles: admins },
  'webhooks.set': { roles: admins, fresh: true },
  'webhooks.switch-off': { words: 'switched a webhook off' },
  'webhooks.switch-on': { words: 'switched a webhook on' },
  'webhooks.test': { words: 'sent a test to a webhook' },
} as const satisfies Record<string, Asked | Audited | (Asked & Audited)>

type Verbs = typeof verbs
type Having<Part> = { [Verb in keyof Verbs]: Verbs[Verb] extends Part ? Verb : never }[keyof Verbs]

/** What staff can ask for. */
export type StaffVerb = Having<Asked>
/** What staff can ask for of one campaign. */
export type CampaignVerb = Having<{ reach: 'campaign' }>
/** What the audit writes down. */
export type AuditVerb = Having<Audited>

/** What the audit calls something, in words. What an older version wrote down under another name is shown as it is. */
export function verbWords(verb: string): string {
  return ownOf<AnyVerb>(verbs, verb)?.words ?? verb
}
