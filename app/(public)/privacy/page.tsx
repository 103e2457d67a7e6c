import type { Metadata } from 'next'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { softOptIns } from '@/lib/campaigns/soft-opt-ins'
import { WHO_OPENS_LETTERS } from '@/lib/content/who-opens-letters'
import { ADDRESS_WAIT } from '@/lib/directory/address-awaited'
import { counted } from '@/lib/kernel/text'
import { currentKeeping } from '@/lib/privacy/how-long-kept'
import { nameAndAddress } from '@/lib/settings/name-and-address'
import { namedOperator } from '@/lib/settings/operator'
import { complaintsContact, privacyNoticeSetting } from '@/lib/settings/privacy-notice'
import { HowToComplain } from './how-to-complain'
import { KeptList } from './kept-list'
import { OwnWords } from './own-words'
import { SoftOptIns } from './soft-opt-ins'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'What we keep, and for how long' }

/** What is kept and for how long, from the very values that the purge uses. */
export default async function PrivacyPage() {
  const ctx = publicContext()
  const [operator, keeping, notice, softly] = await Promise.all([
    namedOperator(ctx),
    currentKeeping(ctx),
    privacyNoticeSetting.read(ctx),
    softOptIns(ctx),
  ])
  const who = operator?.name ?? 'whoever runs this installation'
  return (
    <PublicPage>
      <PageTitle lead="Writing to your MP is a political act, and nobody’s business but yours and theirs. We keep as little as we can, encrypted, and erase it on a schedule.">
        What we keep, and for how long
      </PageTitle>
      <Section id="who" heading="Who is responsible">
        {operator ? (
          <p className="max-w-measure">
            {nameAndAddress(operator)}.
            {operator.email && (
              <>
                {' '}
                Privacy contact:{' '}
                <a className="link" href={`mailto:${operator.email}`}>
                  {operator.email}
                </a>
                .
              </>
            )}
          </p>
        ) : (
          <p className="max-w-measure">
            This installation is being tried out: nobody is named yet as running it, and it sends no real mail.
          </p>
        )}
      </Section>
      <Section id="kept" heading="What is kept">
        <KeptList
          rows={[
            { what: 'A letter that was not confirmed, whole', kept: `${keeping.unconfirmedDays} days` },
            {
              what: 'The text of your letter, coded sketches of it and of your own words by which we see how alike letters are, your postal address, and where you gave them your present address abroad and a telephone number',
              kept: `until ${counted(keeping.letterTextDays, 'day')} after it ended: was taken by the mail service, delivered, came back, failed, was posted by you as you told us, or was marked by our team as not genuine. If we still have to write to you about it with your text, and no e-mail can be sent, up to ${keeping.owedWordDays} days longer`,
            },
            {
              what: 'Whether your MP has replied, if you tell us; and what they answered, if you write it down for our team: administrators can open it, which is recorded, and it is quoted only if you say so',
              kept: 'as long as your name; what was answered also no longer than until you take it back',
            },
            {
              what: 'A second letter, where you send one because the first was not answered: it has the first below it',
              kept: 'as long as a first letter, from when it was sent',
            },
            {
              what: `A letter that has to wait: for an MP, for the e-mail address of a new one (${ADDRESS_WAIT}; then it is yours to post), for you to post it, for a person of our team, or for its turn`,
              kept: `at most ${counted(keeping.heldDays, 'day')} after you confirmed it: then it ends, and is not sent. We write to you ${keeping.waitEndToldDays} days before, with your text`,
            },
            {
              what: 'Your name, e-mail address and postcode, if you get no updates',
              kept: `${counted(keeping.monthsAfterClose, 'month')} after the campaign closes, or ${counted(keeping.monthsAfterSigning, 'month')} after you signed, whichever is first. If we still have to write to you about your letter then, and no e-mail can be sent, up to ${keeping.owedWordDays} days longer`,
            },
            {
              what: 'What we found when you wrote: whether your postcode lies in the constituency, by our list or a public postcode service, or in which one it lies. The MP’s office can see it, with how much of your letter is your own',
              kept: 'with the record that a letter was sent, which says nothing about you once the rest is erased',
            },
            {
              what: 'The same with your constituency and that you took part, if you get updates',
              kept: 'until you leave: every update has a link for that',
            },
            {
              what: 'That they were passed on to a system that updates are sent with, and to which',
              kept: 'as long as they are, so that you can ask',
            },
            {
              what: 'How that went',
              kept: `${counted(keeping.webhookDays, 'day')}; what the system answered, ${counted(keeping.webhookAnswerDays, 'day')}`,
            },
            {
              what: 'Which e-mails about your letter went, and what the mail service told of them: no text, and nobody’s address',
              kept: `${keeping.mailDays} days; those of the letter itself at least as long as its text`,
            },
            {
              what: 'What a mail server, or a person of our team, noted when your letter was held or came back',
              kept: 'as long as the letter’s text',
            },
            {
              what: 'That we must not write to an address, as a keyed hash that cannot be turned back into it',
              kept: `where our mail came back, ${counted(keeping.suppressionMonths, 'month')}; where you reported it as unwanted or said “never again”, until you take that back, even after your data are erased: else we would write again`,
            },
            {
              what: 'That a page was asked for, in the log of the server: which kind of page, when, what came of it and how long it took. Nothing of who asked, nor the parts of an address that are yours alone',
              kept: 'as long as whoever runs the server keeps its log',
            },
            { what: 'IP addresses', kept: 'never stored; limits on misuse use a keyed hash that changes every day' },
            {
              what: 'Which letters of a day came from the same network (the first three of the four numbers of an IP address, or 48 of 128 bits), so that one sender cannot pass for many',
              kept: `${counted(keeping.networkDays, 'day')}, under a keyed hash that changes every day`,
            },
            {
              what: 'Which letters were written with e-mail addresses of the same domain, for the same reason',
              kept: 'as long as the address, under a keyed hash',
            },
            {
              what: 'That we sent an e-mail which anybody can set off by typing an address, so that no mailbox is flooded',
              kept: 'a day or two, under a keyed hash of the address',
            },
            {
              what: 'That the owner of an address has pressed “never again” in such an e-mail',
              kept: 'until they ask to be taken off the list, under a keyed hash of the address',
            },
            {
              what: 'Which constituency a postcode lies in, when we had to ask elsewhere',
              kept: `${keeping.lookUpDays} days, under a keyed hash; the postcode itself is not stored with it`,
            },
            {
              what: 'Where you came from: the tags in the link that you followed (utm_source and the like), the host of the site that it stood on, and the code of a supporter’s own link, if it was one. Of a site’s address nothing more than its host',
              kept: 'beside your name, for as long as that is kept; after that in the figures alone, where nothing says whose it was',
            },
            {
              what: 'Figures, and the row that your letter and you are counted by: when, for which constituency, with which asks and wordings, which questions you answered, how many of its words are your own, and what became of it',
              kept: 'kept; once your data are erased, nothing in it says whose it was',
            },
            {
              what: 'The record of what staff did',
              kept: `kept; it names them by numbers, and whose these are is forgotten ${counted(keeping.staffMonths, 'month')} after somebody has left the team`,
            },
            {
              what: 'What is still to be done, as the number of your letter',
              kept: `until it is done; what could not be done, ${keeping.jobDays} days`,
            },
          ]}
        />
        <p className="mt-4 max-w-measure">
          Where a link in a mailing fills in your name, e-mail address or postcode, they come from whoever sent you the
          link. Until you send a letter we keep nothing of them beside the look-up of a postcode, as above; your browser
          may keep them, as it keeps a letter that you have begun.
        </p>
      </Section>
      <Section id="counting" heading="How we count">
        <div className="max-w-measure space-y-3">
          <p>
            We count how often a campaign’s page is seen, here and in a frame on another site, how often an MP is found
            and how often a letter is begun, by the hour and by where people came from. A number goes up, and that is
            all: no cookie is set, nothing is kept of you or your device, and nobody can tell whether two views were of
            the same person. No other service is asked to count.
          </p>
          <p>
            If you share your own link, its code counts how many came by it. It cannot be turned back into you, and it
            is not listed beside your name. The link and its picture also tell your constituency, and nothing else.
          </p>
        </div>
      </Section>
      <Section id="why" heading="Why we may keep it">
        <div className="max-w-measure space-y-3">
          <p>
            Because you asked us to send your letter, and said so by pressing a button twice: on this site, and after
            the e-mail that we sent you. What you write shows a political opinion, so the law asks for your explicit
            consent (UK GDPR article 9(2)(a)). You can withdraw it at any time, as easily as you gave it.
          </p>
          <p>
            Your MP gets your name, addresses, e-mail and letter, since MPs answer only people who live in their
            constituency. The service that carries our e-mail handles it on the way. {WHO_OPENS_LETTERS} Nobody else
            gets any of it{notice.processors && `, but for those whom ${who} names below`}. Postcodes are looked up on
            this installation first; one that it does not know is asked of the UK Parliament and postcodes.io, the
            postcode alone and without your name.
          </p>
          <p>
            If you get updates, administrators of {who} can take out a list with your name, e-mail address, postcode and
            constituency, and with what you were asked and when, to send you those updates. Each time is written down.
            Once you have left you are on no new list. The same may be passed, when you confirm, to the systems that
            they send updates with; when you leave, or have your data erased, these are told to delete it.
          </p>
        </div>
      </Section>
      <SoftOptIns campaigns={softly} />
      <Section id="rights" heading="What you can do">
        <div className="max-w-measure space-y-3">
          <p>
            <a className="link font-semibold" href="/my-data">
              Get a copy of your data, or have it erased
            </a>
            , by yourself, at any time. There are no cookies on the public pages. A letter that you have begun is kept
            in your own browser only, until you send it, discard it or leave it for a week; another tab in which you had
            it open keeps it until you close that tab. For a week your browser also remembers whose constituency you
            looked at, so that the campaign’s page can tell how many people there have written: to tell that, it asks us
            for the figures of that constituency.
          </p>
        </div>
      </Section>
      <HowToComplain operator={operator} contact={complaintsContact(notice, operator?.email ?? '')} />
      <OwnWords who={who} notice={notice} />
    </PublicPage>
  )
}
