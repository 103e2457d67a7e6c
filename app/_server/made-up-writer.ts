/** Who writes in a preview: nobody. */
export const madeUp = {
  name: 'Sam Example',
  email: 'sam@example.org',
  address1: '1 Example Street',
  address2: '',
  town: 'Exampletown',
  postcode: 'SW1A 0AA',
}
