import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '@/app/_server/path-of'
import { areaOf } from '@/app/_server/routes/area'
import { pageAt } from '@/app/_server/routes/kind'
import { SECOND } from '@/lib/kernel/time/durations'
import { answerPlainly } from './plain-page'
import { waitNow } from './waiting'

/** Whoever would begin a letter is asked to come back once others wait for so long… */
const BEGIN_MS = SECOND
/** …and whoever has begun, much later: a letter that is under way is to be ended. */
const GO_ON_MS = 8 * SECOND
/** They come back one after the other. */
const AGAIN_SECONDS = { least: 20, most: 40 }

/**
 * Answers 503 with a time to come back where more come than this process can answer; gives whether it has. Those who
 * begin are asked first. Never asked are those who confirm, unsubscribe or say that it was not them, staff, whoever
 * watches over the installation, and those who want what is in memory.
 */
export function answerBusy(request: IncomingMessage, response: ServerResponse, wait = waitNow()): boolean {
  const path = pathOf(request)
  const most = patienceFor(path)
  if (wait <= most) return false
  const again = AGAIN_SECONDS.least + Math.floor(Math.random() * (AGAIN_SECONDS.most - AGAIN_SECONDS.least + 1))
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  response.setHeader('Retry-After', again)
  answerPlainly(response, {
    status: 503,
    title: 'Very many people are writing just now',
    wantsPage: areaOf(path) !== 'api',
    ...(isRead && { again }),
    main: `<h1>Very many people are writing just now</h1>
<p>${isRead ? BEFORE_READING : BEFORE_SENDING}</p>
<p>If you have confirmed a letter, it is stored: you need not do so again.</p>`,
    error: { code: 'busy', message: `More come than can be answered. Ask again in ${again} seconds.` },
  })
  return true
}

const BEFORE_READING = 'This page tries again by itself within a minute. You need not do anything.'
const BEFORE_SENDING =
  'What you typed is not lost. Load this page again in half a minute: your browser asks whether to send it once more, and that is right.'

/** How long others may wait before whoever asks for a path is asked to come back, in milliseconds. */
function patienceFor(path: string): number {
  const { kind } = pageAt(path)
  if (kind.whenBusy === 'always' || kind.cached) return Number.POSITIVE_INFINITY
  const area = areaOf(path)
  if (area === 'api') return BEGIN_MS
  if (area !== 'public') return Number.POSITIVE_INFINITY
  return kind.whenBusy === 'later' ? BEGIN_MS : GO_ON_MS
}
