import type { ServerResponse } from 'node:http'
import { answerPlainly } from './plain-page'

/** They come back one after the other. */
const AGAIN_SECONDS = { least: 20, most: 40 }

const BEFORE_READING = 'This page tries again by itself within a minute. You need not do anything.'
const BEFORE_SENDING =
  'What you typed is not lost. Load this page again in half a minute: your browser asks whether to send it once more, and that is right.'

type Why = { title: string; wantsPage: boolean; code: string }

/** Answers 503 with a time to come back; what was sent is kept by the browser, which is asked to send it again. */
export function answerComeBack(response: ServerResponse, { title, wantsPage, code }: Why): void {
  const again = AGAIN_SECONDS.least + Math.floor(Math.random() * (AGAIN_SECONDS.most - AGAIN_SECONDS.least + 1))
  const isRead = response.req.method === 'GET' || response.req.method === 'HEAD'
  response.setHeader('Retry-After', again)
  answerPlainly(response, {
    status: 503,
    title,
    wantsPage,
    ...(isRead && { again }),
    main: `<h1>${title}</h1>
<p>${isRead ? BEFORE_READING : BEFORE_SENDING}</p>
<p>If you have confirmed a letter, it is stored: you need not do so again.</p>`,
    error: { code, message: `${title}. Ask again in ${again} seconds.` },
  })
}
