import { Fragment } from 'react'
import { light, SANS } from './style'
import { UnbrokenHtml } from './unbroken-html'

/** Labels and values, each pair between hairlines. An address that needs two lines is parted before its @. */
export function FactTable({ facts }: { facts: { label: string; value: string }[] }) {
  return (
    <table cellPadding={0} cellSpacing={0} width="100%" style={{ margin: '6px 0 22px', borderCollapse: 'collapse' }}>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th className="quiet line" scope="row" style={labelStyle}>
              <UnbrokenHtml text={label} />
            </th>
            <td className="ink line" style={valueStyle}>
              {value.split(/(?=@)/).map((piece, at) => (
                <Fragment key={at}>
                  {at > 0 && <wbr />}
                  <UnbrokenHtml text={piece} />
                </Fragment>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const cell = {
  borderTop: `1px solid ${light.line}`,
  borderBottom: `1px solid ${light.line}`,
  fontFamily: SANS,
  lineHeight: '1.45',
  verticalAlign: 'top',
  textAlign: 'left' as const,
}

const labelStyle = {
  ...cell,
  width: '30%',
  color: light.quiet,
  fontSize: '15px',
  fontWeight: 400,
  padding: '10px 14px 9px 0',
}
const valueStyle = {
  ...cell,
  color: light.ink,
  fontSize: '17px',
  fontWeight: 600,
  padding: '8px 0',
  overflowWrap: 'anywhere' as const,
}
