import { formHasFaults } from './exchange'

type Parts = {
  /** What the page is, as its heading says it: 'Your letter'. */
  step: string
  /** The title of the campaign that it is a part of. */
  campaign?: string | undefined
  /** What was asked for in the address is at fault; of a posted form `titleTemplate` sees it itself. */
  error?: boolean
}

const ERROR = 'Error: '

/** A page's own part of its title; that of the layout, by `titleTemplate`, stands around it. */
export function pageTitle({ step, campaign, error = false }: Parts): string {
  const words = campaign && campaign !== step ? `${step} – ${campaign}` : step
  return error && !formHasFaults() ? ERROR + words : words
}

/** What stands around the own part of each page's title, `%s`: before it all, that a form came back with faults. */
export function titleTemplate(around: string): string {
  return formHasFaults() ? ERROR + around : around
}
