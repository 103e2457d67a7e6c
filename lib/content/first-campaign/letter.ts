import type { CampaignContent } from '@/lib/content/content'

/**
 * Everything in the letter but the asks. A paragraph has to read well after any that may stand before
 * it, with any number of asks, and be true of whoever signs: so nothing about the writer's life, no
 * "also" or "finally", and no first word that an ask begins with.
 */
export const letter: CampaignContent['letter'] = {
  subjects: [
    'Nagorno-Karabakh: please write to the Foreign Secretary',
    'The Armenians of Artsakh: a letter from {constituency}',
    'Will Britain speak up for civilians in Artsakh?',
    'Asking for your help over Nagorno-Karabakh',
    'HART’s statement of 6 October 2020 on Artsakh',
    'What our government could do for the people of Karabakh',
    'Civilians under fire in Nagorno-Karabakh',
    'Artsakh: one request from somebody you represent',
  ],
  openings: [
    'As somebody who lives in {constituency}, I am writing about Nagorno-Karabakh, whose historic name is Artsakh. On 6 October 2020 the Humanitarian Aid Relief Trust (HART) published a statement on the offensives there by Azerbaijan and Turkey. These, it said, were raising fears of another Armenian genocide. I cannot treat that as somebody else’s business.',
    'A long way from {constituency}, in Nagorno-Karabakh, a war was under way that HART, a humanitarian trust, described in its press release of 6 October 2020. It wrote of Azerbaijani and Turkish attacks growing in force, and of a threat to the very existence of Artsakh, as this historically Armenian land is also called. Distance seems to me no reason to look away.',
    'This letter concerns the people of Artsakh, better known here as Nagorno-Karabakh, and what our government might do for them. It draws on a release by HART (in full, Humanitarian Aid Relief Trust) dated 6 October 2020, which tells of Armenians in danger of losing their historic land. I write as somebody who lives in {constituency} and would like Parliament to take note.',
    'May I bring to your notice a statement that I think deserves an answer from Westminster? The relief trust HART issued it on 6 October 2020, while the offensives against Nagorno-Karabakh (historically Artsakh) were intensifying. It spoke of fears that Armenians might again suffer genocide. You speak for {constituency}, where I live, and so I turn to you.',
    'Some reports are hard to read and harder to set aside. One of them, for me, is what HART (Humanitarian Aid Relief Trust) said on 6 October 2020: that ethnic cleansing could soon follow in Artsakh, the historic name of Nagorno-Karabakh, unless the fighting stopped at once. Since you represent me in {constituency}, it is you whom I ask to act on it.',
    'Letters about Nagorno-Karabakh may seldom come to you from {constituency}; here is one. Its ground is what the relief organisation HART made public on 6 October 2020: that Armenians in Artsakh, to use the land’s historic name, were facing a danger to their existence as offensives by two states gathered strength. Knowing that much, I would rather write than stay silent.',
    'Genocide is not a word to use lightly. HART used it on 6 October 2020, in a release on Nagorno-Karabakh, known in history as Artsakh: by force of arms, it warned, Azerbaijan and Turkey were reviving the fear that Armenians might suffer one again. From {constituency} I can do little about that alone; with your help I may do more.',
  ],
  requests: [
    'Would you write to the Foreign Secretary about this on my behalf, and tell me what answer you receive? A minister will weigh a letter from a Member of Parliament with some care, and I would value seeing, in plain words, what the government says it will do.',
    'My request of you is a single one: that you put what I have said here to the Foreign Secretary in writing, ask how ministers mean to respond, and send me their reply once you have it. Even a short answer, or an unwelcome one, would be better than none.',
    'Here is what I should like you to do. Take the matter up with the Foreign Secretary by letter, so that it stands on record and calls for a response. When that reaches you, kindly let me have a copy; I want to understand where the government stands, and why.',
    'Only the government can act on this, but you can reach it as I cannot. So I am asking you for a letter, from your office to the Foreign Secretary’s, that puts this case, and for word of the outcome when there is one to report.',
    'To be practical, I would be grateful if you contacted the Foreign Secretary, in a letter of your own, and afterwards passed on to me whatever comes back. Nobody expects miracles from one exchange; what matters is that the question is put, and is answered by those who decide.',
    'Kindly write of this to the Foreign Secretary, and ask what ministers intend to do about it. A constituent’s question may be passed over where a Member’s is not. Should an answer come, I would be glad to see it as it stands, and to make up my own mind.',
    'One letter is all that I ask of you: to the Foreign Secretary, with the points made above and a request for a reply. Once there is one, please share it with me. To be told what ministers have decided, and why, would be worth the wait.',
  ],
  closes: [
    'Thank you for reading this. Many letters must reach you, and events far off have to compete with matters close to home; I would not have added to the pile if I thought that this one could wait.',
    'I realise that one MP cannot stop a war. Attention from Westminster is noticed all the same, and to people in danger it may mean more than we suppose. For whatever you can do, you have my gratitude.',
    'With so many calls on your time, you may wonder what one more letter can change. Perhaps little; but civilians anywhere should be safe from bombardment, and I did not want to leave that unsaid. I look forward to hearing from you.',
    'Whatever your own view of the conflict may be, I hope that we can agree on this much: those who carry no weapons should never be made targets. My thanks to you, in advance, for giving it your attention.',
    'Nothing that I have asked would be difficult to do, and it might count for a great deal. I shall look out for your reply, and I appreciate your having read this to the end.',
    'Your time is short, and I am grateful for the part of it that this has taken. People whose homes lie under fire cannot write to you; I can, and it seemed wrong not to.',
    'Perhaps you are already doing more than I know; if so, please tell me, and accept my thanks. If not, I hope that this letter is a reason to begin. Either way, it would mean much to have your reply.',
  ],
}
