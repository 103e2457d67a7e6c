import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary'

test('a fault’s words are kept whole at the top, as they are beside its field', () => {
  const faults = [{ field: 'email', message: 'Enter your e-mail address' }]
  expect(renderToStaticMarkup(<ErrorSummary faults={faults} />)).toContain('whitespace-nowrap">e-mail</span>')
})
