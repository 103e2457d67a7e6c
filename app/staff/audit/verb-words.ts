/** What the audit calls things, in words. What is not here is shown as it is written down. */
const words: Record<string, string> = {
  'account.end-session': 'ended a session of their own',
  'api-keys.create': 'made a key for programs',
  'api-keys.revoke': 'revoked a key for programs',
  'audit.export': 'took the audit out as CSV',
  'campaign.create': 'made a campaign',
  'campaign.end-preview-links': 'ended the links to previews',
  'campaign.preview-link': 'gave out a link to a preview',
  'campaign.publish': 'published',
  'campaign.save': 'saved a draft',
  'campaign.schedule': 'set a time to publish at',
  'campaign.set': 'changed a campaign’s settings',
  'campaign.unschedule': 'took back a time to publish at',
  'contacts.export': 'began to take contacts out as CSV',
  'contacts.export-end': 'has taken contacts out as CSV',
  'figures.digest': 'changed whether the figures come by e-mail',
  'figures.recount': 'counted the figures anew',
  'letters.open': 'opened a letter',
  'letters.pause': 'stopped sending',
  'letters.resume': 'let sending go on',
  'letters.try-again': 'let mail go to a domain again',
  'mail.allow': 'allowed the sender’s domain',
  'keys.rotate': 'put a new data key in front',
  'keys.reseal': 'sealed stored values anew',
  'keys.drop': 'left a data key out',
  'privacy.export': 'gave out a person’s data',
  'letters.set-held-words': 'changed the words that hold a letter',
  'privacy.erase': 'erased a person’s data',
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
  return words[verb] ?? verb
}

/** `team.` as "Team". */
export function roomWords(room: string): string {
  const name = room.replace(/\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
