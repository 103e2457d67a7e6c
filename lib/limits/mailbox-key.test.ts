import { expect, test } from 'vitest'
import { mailboxKey } from './mailbox-key'

test.each([
  ['victim+1@example.org', 'victim+2+3@EXAMPLE.org'],
  ['victim@example.org', ' Victim+anything@example.org. '],
  ['v.ictim+x@gmail.com', 'victim@googlemail.com'],
  ['v-i.c_tim@pm.me', 'victim@protonmail.com'],
  ['any@victim.fastmail.com', 'victim+tag@fastmail.com'],
])('%s and %s are one mailbox', (one, other) => expect(mailboxKey(one)).toBe(mailboxKey(other)))

test.each([
  ['ann@example.org', 'ben@example.org'],
  ['a.nn@example.org', 'ann@example.org'],
  ['ann@example.org', 'ann@mail.example.org'],
])('%s and %s are two', (one, other) => expect(mailboxKey(one)).not.toBe(mailboxKey(other)))
