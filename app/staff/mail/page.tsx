import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import type { Context } from '@/lib/kernel/context'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { AllowMailbox } from './allow-mailbox'
import { Checks } from './checks'
import { check, takeOffList, test } from './form'

export const metadata = { title: 'Mail' }

export default staffPage(
  {
    verb: 'mail.see',
    at: '/staff/mail',
    title: 'Mail',
    lead: 'Whether mail arrives: what receivers look for in the sender’s domain, and a test.',
  },
  async ({ ctx, member }) => {
    const [looked, tested] = [posted(check), posted(test)]
    const refused = [...(tested?.faults ?? []), ...(posted(takeOffList)?.faults ?? [])]
    const state = await domainState(ctx)
    const { mailFrom, mailReflect } = ctx.env
    return (
      <div className="max-w-[46rem] space-y-8">
        <ErrorSummary faults={refused} />
        <p className="max-w-measure">
          {wayOfSending(ctx)} The sender is {mailFrom}.
        </p>
        {mailReflect && (
          <Notice look="held" heading="Everything goes to one address">
            <p>MAIL_REFLECT is set: every message goes to {mailReflect}, and nothing of it is counted.</p>
          </Notice>
        )}
        <Part id="domain" heading={state.waived ? 'The domain' : `The domain ${state.domain}`}>
          {state.waived ? (
            <p>Mail stays on this machine, in the local mailbox: there is no domain to look at.</p>
          ) : (
            <div className="space-y-4">
              <p>
                {state.checkedAt ? (
                  <>
                    Looked at <When at={state.checkedAt} />.
                  </>
                ) : (
                  'Not looked at yet.'
                )}
              </p>
              <Checks checks={[...state.checks, ...(looked?.done.checks ?? [])]} />
              <form method="post" action="/staff/mail">
                <Button look="second" name="do" value="check">
                  Look at them now
                </Button>
              </form>
              {!state.ok && <Allowing allowedAt={state.allowedAt} />}
            </div>
          )}
        </Part>
        <Part id="test" heading="A test message">
          <form id="mail-form" method="post" action="/staff/mail" className="space-y-6">
            <Checks checks={tested?.done?.checks ?? []} />
            <TextField
              name="to"
              type="email"
              label="Send it to"
              width="half"
              autoComplete="email"
              defaultValue={tested?.values.to ?? member.email}
              error={tested?.faults[0]?.message}
            />
            <Button name="do" value="test">
              Send the test message
            </Button>
          </form>
        </Part>
        <AllowMailbox />
      </div>
    )
  },
)

function Allowing({ allowedAt }: { allowedAt: Date | null }) {
  if (allowedAt) {
    return (
      <Notice look="held" heading="Letters go all the same">
        <p>
          An administrator has allowed it, <When at={allowedAt} />. Some of them may be taken for spam.
        </p>
      </Notice>
    )
  }
  return (
    <Notice look="fault" heading="No letter goes to an MP">
      <p>Letters wait until the records are in order. They can go all the same, but some may be taken for spam.</p>
      <form method="post" action="/staff/mail">
        <Button look="second" name="do" value="allow">
          Let them go all the same
        </Button>
      </form>
    </Notice>
  )
}

/** How mail leaves, in a sentence. */
export function wayOfSending({ env }: Pick<Context, 'env'>): string {
  const { mailIsLocal, resendApiKey, smtpUrl } = env
  if (mailIsLocal) return 'Mail goes into the local mailbox, and nowhere else.'
  if (resendApiKey || !smtpUrl) return 'Mail goes by Resend.'
  return `Mail goes by SMTP, through ${new URL(smtpUrl).host}.`
}
