import { expect, test } from 'vitest'
import { isSenderBlock } from './is-block-of-sender'

test.each([
  'smtp; 550 5.7.1 Service unavailable; Client host [192.0.2.39] blocked using Spamhaus',
  '554 5.7.1 Service unavailable; Client host [2001:db8::1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/2001:db8::1',
  '550 5.7.606 Access denied, banned sending IP [192.0.2.39]. To request removal from this list please visit https://sender.office.com/',
  '550 5.7.511 Access denied, banned sender. To request removal from this list please forward this message',
  '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.',
  '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains',
  '554 Your access to this mail system has been rejected due to the sending MTA’s poor reputation.',
  '550 5.7.1 [192.0.2.39 12] Our system has detected that this message is likely unsolicited mail, due to the very low reputation of the sending IP address.',
  '550 5.7.26 Unauthenticated email from example.org is not accepted due to domain’s DMARC policy.',
  '550 5.7.23 The message was rejected because of Sender Policy Framework violation',
  '550 5.7.25 The IP address sending this message does not have a PTR record setup',
  '550 5.7.1 Unfortunately, messages from [192.0.2.39] weren’t sent. Please contact your Internet service provider since part of their network is on our block list (S3150).',
  '553 5.3.0 rejected because 192.0.2.39 is in a black list at b.barracudacentral.org',
  '550 IP 192.0.2.39 is listed on the RBL of this server',
  '554 5.7.1 Your IP address is listed at bl.spamcop.net',
  '550 5.7.0 Your server IP address is in the SORBS.NET database',
  '571 Email from 192.0.2.39 is currently blocked by your sending IP reputation',
  '421 4.7.0 [TSS04] Messages from 192.0.2.39 temporarily deferred due to unexpected volume or user complaints',
  '550 5.7.1 Mail from your sending host is rejected, blocked using dnsbl.example.net',
  '554 5.7.1 Rejected: blocked using bl.example.net',
  '550 Blocked: the sender domain is blacklisted',
  '550 #5.7.1 Your IP is blacklisted by the recipient’s provider',
])('is a block of ours: %s', (said) => {
  expect(isSenderBlock(said)).toBe(true)
})

test.each([
  null,
  '',
  '550 5.1.1 <…> user unknown',
  '550 5.1.1 The e-mail account that you tried to reach does not exist',
  '452 4.2.2 mailbox full',
  '552 5.2.2 The mailbox of the recipient is over its quota',
  '552 5.3.4 Message size exceeds fixed limit',
  '550 5.7.1 Message content rejected',
  '554 5.6.0 The attachment was blocked by the content filter',
  '550 5.7.1 Relaying denied',
  '550 5.7.133 Sender not authenticated for group',
  '550 5.7.129 The recipient’s mailbox takes mail from its own organisation only',
  '550 5.7.1 You have been blocked by the recipient',
  '550 5.7.1 The recipient has blocked your sending domain',
  '451 4.7.1 Greylisted, come back later',
  'The recipient has an automatic response rule.',
  'Out of office: I am away until Monday. For urgent matters call my host Mrs Smith.',
  '550 5.2.1 The account is disabled',
  'host mx1.example.org[192.0.2.1] said: 550 5.1.1 User rejected (in reply to RCPT TO command)',
  'host mx1.example.org[192.0.2.1] refused by mx2.example.org: 550 no such user',
  'The message was rejected by mx.example.org: 554 5.6.1 body type not supported',
  '422 validation_error Invalid `to` field.',
])('says nothing about our sender: %s', (said) => {
  expect(isSenderBlock(said)).toBe(false)
})
