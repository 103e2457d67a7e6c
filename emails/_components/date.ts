const LONDON = 'Europe/London'
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: LONDON })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: LONDON })

/** "6 October 2020", in London time. */
export function longDate(date: Date): string {
  return day.format(date)
}

/** "14:05 on 6 October 2020", in London time. */
export function timeAndDate(date: Date): string {
  return `${time.format(date)} on ${day.format(date)}`
}
