// Taro's weapp templates carry no aria attribute unless it is named here.
const said = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' }
const stateful = {
  ...said,
  'aria-live': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-expanded': '',
  'aria-disabled': '',
  'aria-level': '',
  'aria-valuenow': '',
  'aria-valuetext': '',
}

module.exports = {
  components: {
    View: stateful,
    Text: { ...said, 'aria-level': '', 'aria-live': '' },
    Image: said,
    Slider: { 'aria-label': '', 'aria-valuetext': '' },
    Video: { 'aria-label': '' },
    Input: { 'aria-label': '' },
    Textarea: { 'aria-label': '' },
  },
}
