/** What the audit calls things, in words. What is not here is shown as it is written down. */
const words: Record<string, string> = {
  'account.end-session': 'ended a session of their own',
  'audit.export': 'took the audit out as CSV',
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
}

export function verbWords(verb: string): string {
  return words[verb] ?? verb
}

/** `team.` as "Team". */
export function roomWords(room: string): string {
  const name = room.replace(/\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
