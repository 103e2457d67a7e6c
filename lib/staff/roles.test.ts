import { describe, expect, test } from 'vitest'
import { roles } from '@/db/schema/index'
import { allowed, roleTable } from './roles'

// Written out a second time, on purpose: a change of the table must be made twice.
const expected: Record<string, string> = {
  'account.see': 'campaigner editor admin',
  'account.end-session': 'campaigner editor admin',
  'figures.see': 'campaigner editor admin',
  'figures.export': 'campaigner editor admin',
  'campaigns.see': 'editor admin',
  'campaigns.create': 'editor admin',
  'campaigns.edit': 'editor admin',
  'campaigns.publish': 'editor admin',
  'campaigns.set': 'editor admin',
  'campaigns.spread': 'campaigner editor admin',
  'letters.see': 'admin',
  'letters.set-held-words': 'admin',
  'letters.set-review-rules': 'admin',
  'letters.open': 'admin',
  'letters.act': 'admin',
  'letters.pause': 'admin',
  'letters.try-again': 'admin',
  'mail.see': 'admin',
  'mail.check': 'admin',
  'mail.allow': 'admin',
  'contacts.export': 'admin',
  'api-keys.see': 'admin',
  'api-keys.create': 'admin',
  'api-keys.revoke': 'admin',
  'team.see': 'admin',
  'team.invite': 'admin',
  'team.set-role': 'admin',
  'team.remove': 'admin',
  'audit.see': 'admin',
  'audit.export': 'admin',
  'directory.see': 'admin',
  'directory.confirm': 'admin',
  'webhooks.see': 'admin',
  'webhooks.set': 'admin',
  'webhooks.replay': 'admin',
  'switches.see': 'admin',
  'switches.set': 'admin',
  'settings.see': 'admin',
  'settings.set': 'admin',
  'settings.set-operator': 'admin',
}

const cells = Object.entries(expected).flatMap(([verb, may]) =>
  roles.map((role) => ({ role, verb, may: may.split(' ').includes(role) })),
)

test('the table holds these verbs and no others', () => {
  expect(Object.keys(roleTable).sort()).toEqual(Object.keys(expected).sort())
})

test.each(cells)('$role and $verb: $may', ({ role, verb, may }) => {
  expect(allowed(role, verb)).toBe(may)
})

describe('refuses', () => {
  test.each(['figures.change', 'toString', '__proto__', ''])(
    'every role the verb %j, which is not in the table',
    (verb) => {
      for (const role of roles) expect(allowed(role, verb)).toBe(false)
    },
  )

  test.each(['owner', 'Admin', '', 'length'])('the role %j, which there is not', (role) => {
    for (const verb of Object.keys(roleTable)) expect(allowed(role, verb)).toBe(false)
  })
})
